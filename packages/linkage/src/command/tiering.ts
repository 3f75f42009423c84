// When is code worth compiling to its fastest form? A run takes seconds and not hours: compiling took a third of the processor time of 100,000 rows, on
// threads that compete with those that link. Thirty times later than the engine's default a run over millions still gets there in its first seconds.

import v8 from 'node:v8';

/** The version of Node for which they were measured; V8 complains aloud of settings that it does not know. */
const MEASURED = 24;

/** For this process and the threads that it starts from now on. */
export const compileLate = (): void => {
  if (Number.parseInt(process.versions.node, 10) !== MEASURED) return;
  v8.setFlagsFromString('--invocation-count-for-turbofan=90000');
  v8.setFlagsFromString('--invocation-count-for-osr=15000');
};
