// How is something written? Pressing twice, or trying again after a dropped connection, sends the same idempotency key for the same
// content, so that it takes effect once; a problem comes back as a value with its sentence.
import { partialMatchKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { say } from '../ui/toast.tsx';
import { isConflict, showConflict } from './conflict.ts';
import { plainConflict } from './plain-conflict.ts';
import { namesFields, type ProblemView, readProblem } from './problem.ts';

type Call<Input, Output> = (input: Input, options: { context: { key: string } }) => Promise<Output>;
type Options<Output> = {
  /** Said in a toast when it is done. */
  done?: string;
  onDone?: (output: Output) => void;
  /** Takes the problem itself (a conflict dialog) and returns true; otherwise the wrong fields of the form say it (`problem.fields`), or a toast. */
  onProblem?: (problem: ProblemView) => boolean | undefined;
  /** Query keys that are stale afterwards; all when left out. */
  refresh?: readonly (readonly unknown[])[];
  /** The query key of what is gone afterwards: it is not asked for again, the screen leaves it when its list is fresh. */
  ends?: readonly unknown[];
};

/** A write with its key, its words and what is stale after it. */
export function useWrite<Input, Output>(call: Call<Input, Output>, options: Options<Output> = {}) {
  const client = useQueryClient();
  const underWay = useRef(false);
  const last = useRef<{ body: string; key: string } | undefined>(undefined);
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const body = JSON.stringify(input);
      if (last.current?.body !== body) last.current = { body, key: crypto.randomUUID() };
      return call(input, { context: { key: last.current.key } });
    },
    onSettled: () => {
      underWay.current = false;
    },
    onSuccess: async (output) => {
      last.current = undefined;
      if (options.done) say(options.done);
      options.onDone?.(output);
      if (options.refresh) await Promise.all(options.refresh.map((queryKey) => client.invalidateQueries({ queryKey })));
      else
        await client.invalidateQueries({
          predicate: ({ queryKey }) => options.ends === undefined || !partialMatchKey(queryKey, options.ends),
        });
    },
    onError: (error) => {
      const problem = readProblem(error);
      if (problem.code === 'notSignedIn') return;
      if (!problem.offline && problem.status < 500) last.current = undefined;
      if (options.onProblem?.(problem) || namesFields(problem)) return;
      if (isConflict(problem)) showConflict(plainConflict(problem));
      else say(problem.sentence, 'failed');
    },
  });
  return {
    run: (...given: Parameters<typeof mutation.mutate>) => {
      // The second press of a double click comes before the button knows that it is busy.
      if (underWay.current) return;
      underWay.current = true;
      mutation.mutate(...given);
    },
    busy: mutation.isPending,
    problem: mutation.error ? readProblem(mutation.error) : undefined,
    reset: mutation.reset,
  };
}
