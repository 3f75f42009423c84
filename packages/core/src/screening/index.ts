// screening: what the desk's rules propose for a report, who must look again, where it goes and by when. Rules are data; a person decides.
// Domain 03 §3.12 (desk triage) and 04 §4.2 (process, second review, match display).
export * from './about.ts';
export * from './coverage.ts';
export * from './desk.ts';
export * from './desk-clocks.ts';
export * from './desk-overlay.ts';
export * from './hand-on.ts';
export * from './learned.ts';
export * from './report-facts.ts';
export * from './rests-on.ts';
export * from './review.ts';
export * from './routing.ts';
export * from './triage.ts';
