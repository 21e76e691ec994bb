// What the compiler and the tests see; a build takes share.weapp.ts or share.h5.ts instead.
export * from './share.h5'
