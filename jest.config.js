const node = {
  testEnvironment: 'node',
  transform: {
    'node_modules/qr/.+\\.js$': '@swc/jest',
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  // The libraries that are published as ES modules only; jest loads CommonJS.
  transformIgnorePatterns: ['/node_modules/(?!qr/)'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'json'],
}

/** Tests that call the built functions. */
const world = {
  ...node,
  globalSetup: '<rootDir>/test/world/global-setup.ts',
  globalTeardown: '<rootDir>/test/world/global-teardown.ts',
}

/** One project a kind of test, so that each can be run alone: `npx jest --selectProjects unit`. */
module.exports = {
  // Only a test that hangs meets it: files share the cores, and a machine may have other work.
  testTimeout: 180_000,
  testSequencer: '<rootDir>/test/sequencer.cjs',
  reporters: ['default', '<rootDir>/test/reporter.cjs'],
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/{client,cloudfunctions/{runtime,domain,db},types,scripts,emulator}/**/*.test.ts?(x)',
      ],
    },
    {
      ...world,
      displayName: 'actions',
      testMatch: ['<rootDir>/cloudfunctions/functions/**/*.test.ts'],
    },
    {
      ...node,
      globalSetup: '<rootDir>/test/world/bundle-setup.ts',
      displayName: 'conformance',
      testMatch: ['<rootDir>/test/conformance/**/*.test.ts'],
    },
    { ...world, displayName: 'flows', testMatch: ['<rootDir>/test/flows/**/*.test.ts'] },
    { ...world, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
    {
      ...world,
      displayName: 'weapp',
      // Only TypeScript is transformed: the compiled mini-program runs as it is.
      testEnvironment: '<rootDir>/test/weapp/simulate/environment.ts',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
    },
  ],
}
