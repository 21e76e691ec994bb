/** The cloud environment that the WeChat build talks to; set by the build (config/index.ts). */
declare const HUZHU_CLOUD_ENV: string
/** Where the web build finds the cloud; empty means the origin that served it. */
declare const HUZHU_CLOUD_URL: string
/** The version of the app, of package.json. */
declare const HUZHU_VERSION: string
