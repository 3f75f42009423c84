// Analytics: indicators compiled to SQL, and their figures put together for people with small numbers suppressed.

export * from './compile/index.ts';
export * from './figures/index.ts';
