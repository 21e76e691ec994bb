// What the compiler and the tests see; a build takes shown-code.weapp.ts or shown-code.h5.ts instead.
export * from './shown-code.h5'
