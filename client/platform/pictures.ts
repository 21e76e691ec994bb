// What the compiler and the tests see; a build takes pictures.weapp.ts or pictures.h5.ts instead.
export * from './pictures.h5'
