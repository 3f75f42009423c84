// A form never loses what was typed: every change is kept on the device at once (sealed) and on the server within a second;
// after a reload, a time-out or a new sign-in it is there again.
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { loseSession, useSessionLost } from '../session/lost.ts';
import { forgetLocally, keepLocally, prepareLocalKey, readLocally } from './local.ts';
import { newer } from './newer.ts';

export type DraftState = 'loading' | 'clean' | 'unsaved' | 'saved' | 'onDevice';

/**
 * The value of a form with its draft.
 * @param name where the draft is kept, the same for the same form of the same record
 * @param initial the value without a draft
 * @returns value, setter, state for the form's foot, when it was saved, and how to throw it away after sending
 */
export function useDraft<Body extends Record<string, unknown>>(name: string, initial: Body) {
  const [value, setValue] = useState<Body>(initial);
  const [state, setState] = useState<DraftState>('loading');
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const touched = useRef(false);
  const gone = useRef(false);

  useEffect(() => {
    let current = true;
    prepareLocalKey();
    touched.current = false;
    gone.current = false;
    void (async () => {
      const [onServer, onDevice] = await Promise.all([
        api.drafts
          .read({ key: name })
          .then((answer) => answer.draft)
          .catch(() => null),
        readLocally(name),
      ]);
      if (!current || touched.current) return;
      const kept = newer(onServer, onDevice);
      if (kept) {
        setValue((before) => ({ ...before, ...(kept.body as Partial<Body>) }));
        setSavedAt(kept.savedAt);
      }
      setState(kept ? 'saved' : 'clean');
    })();
    return () => {
      current = false;
    };
  }, [name]);

  const save = useCallback(
    (body: Body) => {
      if (gone.current) return;
      api.drafts.save({ key: name, body }).then(
        (answer) => {
          setSavedAt(answer.savedAt);
          setState('saved');
        },
        (error: unknown) => {
          if (readProblem(error).code === 'notSignedIn') loseSession();
          setState('onDevice');
        },
      );
    },
    [name],
  );

  const change = useCallback(
    (next: Body) => {
      touched.current = true;
      setValue(next);
      setState('unsaved');
      void keepLocally(name, { body: next, savedAt: new Date().toISOString() });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save(next), 700);
    },
    [name, save],
  );

  const lost = useSessionLost();
  const waiting = state === 'onDevice' && !lost;
  // biome-ignore lint/correctness/useExhaustiveDependencies: sent again once, when the session is back
  useEffect(() => {
    if (waiting && touched.current) save(value);
  }, [waiting, save]);

  const drop = useCallback(() => {
    gone.current = true;
    clearTimeout(timer.current);
    forgetLocally(name);
    setValue(initial);
    setState('clean');
    void api.drafts.drop({ key: name }).catch(() => undefined);
    setTimeout(() => {
      gone.current = false;
    });
  }, [name, initial]);

  return { value, change, state, savedAt, drop };
}
