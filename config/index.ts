import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import { version } from '../package.json'
import dev from './dev'
import prod from './prod'

const root = path.resolve(__dirname, '..')
// The one folder beside the client whose code runs on the phone: forms are checked by the same code.
const contract = path.resolve(root, 'types')

/**
 * One client, two builds. `dist/weapp` is what WeChat runs; `dist/h5` is the same code for the
 * preview and the browser tests, with relative addresses and a hash router so that any folder of a
 * server can hold it.
 */
export default defineConfig<'webpack5'>(async (merge) => {
  const outputRoot = process.env.HUZHU_CLIENT_OUT ?? `dist/${process.env.TARO_ENV}`
  const base = {
    projectName: 'huzhu',
    designWidth: 750,
    deviceRatio: { 640: 1.17, 750: 1, 375: 2, 828: 0.905 },
    sourceRoot: 'client',
    outputRoot,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // A Chinese character is three bytes as it stands and six escaped: sentences would double.
    // The browser's build is twenty times quicker by esbuild; WeChat's keeps the smaller output.
    jsMinimizer: process.env.TARO_ENV === 'h5' ? 'esbuild' : 'terser',
    esbuild: { minify: { enable: true, config: { target: 'es2019', charset: 'utf8' } } },
    terser: { enable: true, config: { output: { ascii_only: false } } },
    plugins: [path.resolve(root, 'config/plugin-accessibility.ts')],
    // Nothing secret: the cloud environment's id is public in every mini-program's package, and
    // the address is for a web client served apart from its cloud (empty: the same origin).
    defineConstants: {
      HUZHU_CLOUD_ENV: JSON.stringify(process.env.HUZHU_CLOUD_ENV ?? ''),
      HUZHU_CLOUD_URL: JSON.stringify(process.env.HUZHU_CLOUD_URL ?? ''),
      HUZHU_VERSION: JSON.stringify(version),
    },
    // WeChat reads the tab icons by theme.json, which the bundler does not follow.
    copy: {
      patterns:
        process.env.TARO_ENV === 'weapp'
          ? [{ from: 'client/assets/tab/', to: `${outputRoot}/assets/tab/` }]
          : [],
      options: {},
    },
    mini: {
      compile: { include: [contract] },
      postcss: {
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: false },
      },
      miniCssExtractPluginOption: { ignoreOrder: true },
    },
    h5: {
      compile: { include: [contract] },
      webpackChain: (chain: {
        performance: { hints(level: false): void }
        optimization: { splitChunks(options: object): void }
      }) => {
        chain.performance.hints(false)
        // What several pages use is built, minified and fetched once; without this every page
        // carries its own copy.
        chain.optimization.splitChunks({ chunks: 'all', minSize: 20_000 })
      },
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        pxtransform: { enable: true, config: {} },
        cssModules: { enable: false },
      },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      output: {
        filename: 'js/[name].[contenthash:8].js',
        chunkFilename: 'js/[name].[contenthash:8].js',
      },
    },
  }
  return merge({}, base, process.env.NODE_ENV === 'development' ? dev : prod)
})
