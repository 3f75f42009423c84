// People: who a reported person is, how links are made and undone, households, the family picture, the one search box. Pure; the store is a port.

export * from './family/index.ts';
export * from './household/index.ts';
export * from './links/index.ts';
export * from './match/index.ts';
export * from './search/index.ts';
