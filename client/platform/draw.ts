// What the compiler and the tests see; a build takes draw.weapp.ts or draw.h5.ts instead.
export * from './draw.h5'
