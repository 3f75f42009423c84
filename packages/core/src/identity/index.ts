// identity: reading and writing of identifiers, names, addresses and household numbers as they stand on Taiwanese documents.
// Only parsing and formatting: comparisons live once, in linkage's Taiwan shelf; shared golden vectors hold both to one reading.
export * from './address.ts';
export * from './fold-text.ts';
export * from './household.ts';
export * from './lived-together.ts';
export * from './national-id.ts';
export * from './person-name.ts';
export * from './residence-id.ts';
export * from './stated-kin.ts';
export * from './telephone.ts';
