// notices: what is told to whom inside the product.
export * from './address.ts';
export * from './desk-steps.ts';
export * from './kinds.ts';
