export { calledSo } from './called-so.ts';
export { readSearch, type SearchKind, type SearchQuery } from './read-search.ts';
