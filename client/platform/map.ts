// What the compiler and the tests see; a build takes map.weapp.ts or map.h5.ts instead.
export * from './map.h5'
