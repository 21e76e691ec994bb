// What the compiler and the tests see; a build takes scan.weapp.ts or scan.h5.ts instead.
export * from './scan.h5'
