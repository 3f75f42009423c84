export { type Carried, carryOutRetention, liftHold, placeHold } from './carry-out.ts';
export { type Due, listDue, type Retention, retention } from './retention.ts';
