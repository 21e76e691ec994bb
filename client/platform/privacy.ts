// What the compiler and the tests see; a build takes privacy.weapp.ts or privacy.h5.ts instead.
export * from './privacy.h5'
