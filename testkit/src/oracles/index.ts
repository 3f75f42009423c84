// Second readings that share no code with the first.
export * from './figures.ts';
export * from './odd-lives.ts';
export * from './raw-cases.ts';
