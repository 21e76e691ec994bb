import type { Plugin } from 'esbuild'

/** What the server SDK loads at its start and needs for what few functions ask of it, if any. */
const SELDOM = [
  '@cloudbase/ai',
  '@cloudbase/app',
  '@cloudbase/wx-cloud-client-sdk',
  'axios',
  'form-data',
  'http-proxy-agent',
  'https-proxy-agent',
  'jsonwebtoken',
  'web-streams-polyfill',
  'xml2js',
]

/** The SDK makes a client for data models whenever it is started, whether there are any or not. */
const MODELS = `
const later = (make) => new Proxy({}, { get: (_, name) => (made ??= make())[name] })
let made
module.exports = { __esModule: true, default: {
  generateHTTPClient: (...given) => later(() => load().default.generateHTTPClient(...given)),
  generateMySQLClient: (...given) => load().default.generateMySQLClient(...given),
} }`

const PARTS = `
module.exports = new Proxy(function () {}, {
  get: (_, name) => (name === '__esModule' ? undefined : load()[name]),
  apply: (_, self, given) => load().apply(self, given),
  construct: (_, given) => new (load())(...given),
})`

/**
 * Parts of the server SDK are loaded when they are used first: a cold start is spared a third of the
 * SDK's. Nothing is left out.
 */
export const onDemand: Plugin = {
  name: 'parts of the SDK on demand',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(${SELDOM.join('|')})$`)
    onResolve({ filter }, ({ path, importer, resolveDir }) =>
      /@cloudbase.node-sdk.dist/.test(importer)
        ? { path, namespace: 'on-demand', pluginData: resolveDir }
        : undefined,
    )
    onLoad({ filter: /./, namespace: 'on-demand' }, ({ path, pluginData }) => ({
      contents: `const load = () => require(${JSON.stringify(path)})
${path.endsWith('wx-cloud-client-sdk') ? MODELS : PARTS}`,
      resolveDir: pluginData as string,
    }))
  },
}
