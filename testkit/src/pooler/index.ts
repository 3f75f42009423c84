export { type Pooler, transactionPooler } from './transaction-pooler.ts';
