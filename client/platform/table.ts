// What the compiler and the tests see; a build takes table.weapp.ts or table.h5.ts instead.
export * from './table.h5'
