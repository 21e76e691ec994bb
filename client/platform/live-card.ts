// What the compiler and the tests see; a build takes live-card.weapp.ts or live-card.h5.ts instead.
export * from './live-card.h5'
