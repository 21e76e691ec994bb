// What the compiler and the tests see; a build takes subscribe.weapp.ts or subscribe.h5.ts instead.
export * from './subscribe.h5'
