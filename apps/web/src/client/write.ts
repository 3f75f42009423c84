// How is something written? Pressing twice, or trying again after a dropped connection or a reload, sends the same idempotency key and version for the
// same content, so that it takes effect once; a problem comes back as a value with its sentence.
import { partialMatchKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { losesSession } from '../session/lost.ts';
import { say } from '../ui/toast.tsx';
import { isConflict, showConflict } from './conflict.ts';
import { plainConflict } from './plain-conflict.ts';
import { namesFields, type ProblemView, readProblem } from './problem.ts';
import { findSent, forgetSent, keepSent, nameOf, type Sent } from './unanswered.ts';

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

/** The version on which a write is based; null where it has none. */
function versionOf(input: unknown): number | null {
  return typeof input === 'object' && input !== null && 'version' in input && typeof input.version === 'number' ? input.version : null;
}

/** A write with its key, its words and what is stale after it. */
export function useWrite<Input, Output>(call: Call<Input, Output>, options: Options<Output> = {}) {
  const client = useQueryClient();
  const underWay = useRef(false);
  const last = useRef<(Sent & { name: string }) | undefined>(undefined);
  const settle = () => {
    if (last.current) forgetSent(sessionStorage, last.current.name);
    last.current = undefined;
  };
  const mutation = useMutation({
    mutationFn: (input: Input) => {
      const name = nameOf(input);
      const version = versionOf(input);
      const before = findSent(sessionStorage, name) ?? (last.current?.name === name ? last.current : undefined);
      const sent = { key: before?.key ?? crypto.randomUUID(), version: before ? before.version : version };
      last.current = { name, ...sent };
      // Over a reload only what is based on a version: of a password not even a sum is kept.
      if (sent.version !== null) keepSent(sessionStorage, name, sent);
      const body = sent.version === version || sent.version === null ? input : Object.assign({}, input, { version: sent.version });
      return call(body, { context: { key: sent.key } });
    },
    onSettled: () => {
      underWay.current = false;
    },
    onSuccess: async (output) => {
      settle();
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
      if (losesSession(problem)) return;
      if (!problem.offline && problem.status < 500) settle();
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
