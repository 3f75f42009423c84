// When is code worth compiling to its fastest form? A run takes seconds and not hours: compiling took a third of the processor time of 100,000 rows, on
// threads that compete with those that link. Ten to twenty times later than the engine does of itself a run over millions still gets there in its first seconds.

import v8 from 'node:v8';

/** The version of Node for which they were measured; V8 complains aloud of settings that it does not know. */
const MEASURED = 24;

/** Calls of a function, or turns of its loops as much. */
const LATE = ['--invocation-count-for-turbofan=90000', '--invocation-count-for-osr=15000'];
/** A loop that runs compiled in the middle form stays so until its function is called again. Those numbers do not count for it: it would be compiled to
 * the fastest form after some hundred turns, which takes longer than the loop itself unless it is one over millions. */
const LOOPS_STAY = '--no-osr-from-maglev';
/** What V8 begins with where it has a middle compiler; what `node --v8-options` says is for where it has none. */
const AS_USUAL = ['--invocation-count-for-turbofan=10000', '--invocation-count-for-osr=800', '--osr-from-maglev'];

/** For this process with all its threads; `short`: a run of a second or two. */
export const compileLate = (short: boolean): void => {
  if (Number.parseInt(process.versions.node, 10) !== MEASURED) return;
  for (const setting of short ? [...LATE, LOOPS_STAY] : LATE) v8.setFlagsFromString(setting);
  // Bytecode that is kept at the end of a run is only taken by the next if both have the same settings.
  process.prependOnceListener('exit', () => {
    for (const setting of AS_USUAL) v8.setFlagsFromString(setting);
  });
};
