// What the compiler and the tests see; a build takes calendar.weapp.ts or calendar.h5.ts instead.
export * from './calendar.h5'
