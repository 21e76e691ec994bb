// What the compiler and the tests see; a build takes cloud.weapp.ts or cloud.h5.ts instead.
export * from './cloud.h5'
