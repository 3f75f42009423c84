export { misheard } from './homophones.ts';
export { type Knowledge, type RetoldPerson, retell } from './retell.ts';
