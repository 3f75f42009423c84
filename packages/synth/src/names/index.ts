export { givenName, indigenousName, surname } from './compose.ts';
export { SURNAMES } from './surnames.ts';
