export * from './logins.ts';
