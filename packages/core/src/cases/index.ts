// cases: the life of a case. State is a fold of events; what may be done now and what is due are pure readings of that state.
// Words: event, state, fold, case act, clock, timeline.
export * from './allowed-actions.ts';
export * from './case-actions.ts';
export * from './case-facts.ts';
export type * from './clock.ts';
export * from './clock-rounds.ts';
export * from './deadlines.ts';
export * from './ends-with-case.ts';
export type * from './event.ts';
export * from './event-types.ts';
export * from './first-duty.ts';
export * from './fold.ts';
export * from './membership.ts';
export * from './number.ts';
export * from './plan-parts.ts';
export * from './plans.ts';
export * from './referral-due.ts';
export * from './service-level.ts';
export * from './share-parts.ts';
export * from './stage-of.ts';
export type * from './state.ts';
export * from './status.ts';
export * from './supports.ts';
export * from './timeline.ts';
export * from './transfer.ts';
export * from './upcast.ts';
export * from './who-was-met.ts';
