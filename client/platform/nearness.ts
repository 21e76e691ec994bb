// What the compiler and the tests see; a build takes nearness.weapp.ts or nearness.h5.ts instead.
export * from './nearness.h5'
