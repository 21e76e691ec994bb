// What the compiler and the tests see; a build takes storage.weapp.ts or storage.h5.ts instead.
export * from './storage.h5'
