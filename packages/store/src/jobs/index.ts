export { deliverOutbox, type Message } from './deliver-outbox.ts';
export { type Job, type JobContext, type JobsOptions, runOnce, startJobs } from './start-jobs.ts';
export { sweepKept } from './sweep-kept.ts';
