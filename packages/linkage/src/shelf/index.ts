// The comparisons: plain text by code point, and what Taiwan's names, dates, numbers and addresses need. Pure and in memory; tables are parsed at first use.
export * from './latin/index.ts';
export * from './taiwan/index.ts';
export * from './text/index.ts';
