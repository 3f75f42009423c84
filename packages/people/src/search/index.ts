export { readSearch, type SearchKind, type SearchQuery } from './read-search.ts';
