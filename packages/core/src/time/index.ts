// time: moments, plain dates, the Minguo calendar, working days and due instants. The legal zone is always an argument.
export * from './born.ts';
export * from './business-calendar.ts';
export * from './deadline.ts';
export * from './instant.ts';
export * from './office-days.ts';
export * from './period.ts';
export * from './plain-date.ts';
export * from './roc-date.ts';
export * from './zone.ts';
