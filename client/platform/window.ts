// What the compiler and the tests see; a build takes window.weapp.ts or window.h5.ts instead.
export * from './window.h5'
