// What the compiler and the tests see; a build takes group-entry.weapp.ts or group-entry.h5.ts instead.
export * from './group-entry.h5'
