// A write of a form that stays open: pressed without a network it waits, and goes once by itself when the line is back; what is changed meanwhile is pressed again.
import { useRef } from 'react';
import { useWhenBack } from './when-back.ts';
import { useWrite } from './write.ts';

type Call<Input, Output> = Parameters<typeof useWrite<Input, Output>>[0];
type Options<Output> = Parameters<typeof useWrite<unknown, Output>>[1];

/** As `useWrite`; `back` says whether it waits, for the foot of the form, and lets it be. */
export function useWriteWhenBack<Input, Output>(call: Call<Input, Output>, options: NonNullable<Options<Output>> = {}) {
  const sent = useRef<{ readonly input: Input } | undefined>(undefined);
  const write = useWrite<Input, Output>(call, {
    ...options,
    onDone: (output) => {
      back.stop();
      options.onDone?.(output);
    },
    onProblem: (problem) => back.hold(problem) || options.onProblem?.(problem),
  });
  // The same that was pressed, at the version that was seen.
  const back = useWhenBack(() => sent.current && write.run(sent.current.input));
  const run = (input: Input) => {
    sent.current = { input };
    write.run(input);
  };
  return { ...write, run, back };
}
