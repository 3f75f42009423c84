export { type Due, listDue, type Retention, retention } from './retention.ts';
