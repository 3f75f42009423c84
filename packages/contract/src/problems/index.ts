export * from './any-route.ts';
export * from './document.ts';
export * from './table.ts';
