export * from './accounts.ts';
export * from './calendar.ts';
export * from './names.ts';
export * from './operator.ts';
export * from './recoveries.ts';
export * from './routes.ts';
export * from './telephones.ts';
export * from './units.ts';
