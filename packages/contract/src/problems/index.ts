export * from './any-route.ts';
export * from './document.ts';
export * from './table.ts';
export * from './wrong-fields.ts';
