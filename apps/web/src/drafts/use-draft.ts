// A form never loses what was typed: every change is kept on the device at once (sealed) and on the server within a second; after a reload,
// a time-out, a new sign-in or a network that was away it is there again. A second tab with the same form shows the same text.
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { loseSession, useSessionLost } from '../session/lost.ts';
import { followLocally, forgetLocally, keepLocally, prepareLocalKey, readLocally } from './local.ts';
import { newer } from './newer.ts';
import { onSignOut } from './on-sign-out.ts';
import { useAgain } from './use-again.ts';

const saveAfterMs = 700;

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
  /** What stands in the form now, whoever typed it; undefined while nothing was typed. */
  const latest = useRef<Body | undefined>(undefined);
  /** The server's copy on which the present text was typed. */
  const base = useRef<string | null>(null);
  const underWay = useRef<Promise<unknown>>(Promise.resolve());
  const unsaved = useRef(false);
  unsaved.current = state === 'unsaved' || state === 'onDevice';

  const save = useCallback(
    (body: Body) => {
      const told = api.drafts.save({ key: name, body }).then(
        (answer) => {
          base.current = answer.savedAt;
          setSavedAt(answer.savedAt);
          if (latest.current !== body) return;
          setState('saved');
          void keepLocally(name, { body, savedAt: answer.savedAt, sent: true, base: answer.savedAt });
        },
        (error: unknown) => {
          if (readProblem(error).code === 'notSignedIn') loseSession();
          if (latest.current === body) setState('onDevice');
        },
      );
      underWay.current = Promise.all([underWay.current, told]);
    },
    [name],
  );

  useEffect(() => {
    let current = true;
    prepareLocalKey();
    latest.current = undefined;
    void (async () => {
      const [onServer, onDevice] = await Promise.all([
        api.drafts.read({ key: name }).then(
          (answer) => answer.draft,
          () => undefined,
        ),
        readLocally(name),
      ]);
      if (!current || latest.current) return;
      base.current = onServer?.savedAt ?? onDevice?.base ?? null;
      const from = newer(onServer, onDevice);
      const kept = from === 'device' ? onDevice : from === 'server' ? onServer : undefined;
      if (!kept) {
        setState('clean');
        return;
      }
      const body = { ...initial, ...kept.body };
      latest.current = body;
      setValue(body);
      setSavedAt(kept.savedAt);
      if (from === 'device' && !onDevice?.sent) {
        setState('unsaved');
        save(body);
      } else setState('saved');
    })();
    return () => {
      current = false;
    };
  }, [name, initial, save]);

  const change = useCallback(
    (next: Body) => {
      latest.current = next;
      setValue(next);
      setState('unsaved');
      void keepLocally(name, { body: next, savedAt: new Date().toISOString(), sent: false, base: base.current });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => save(next), saveAfterMs);
    },
    [name, save],
  );

  const reset = useCallback(() => {
    clearTimeout(timer.current);
    latest.current = undefined;
    base.current = null;
    setValue(initial);
    setState('clean');
  }, [initial]);

  useEffect(
    () =>
      followLocally(name, (kept) => {
        if (!kept) return reset();
        clearTimeout(timer.current);
        const body = { ...initial, ...kept.body };
        latest.current = body;
        base.current = kept.base;
        setValue(body);
        setSavedAt(kept.savedAt);
        setState(kept.sent ? 'saved' : 'unsaved');
      }),
    [name, initial, reset],
  );

  // What was typed in the last moment before signing out is sent while it still may be.
  useEffect(
    () =>
      onSignOut(() => {
        clearTimeout(timer.current);
        if (unsaved.current && latest.current) save(latest.current);
        return underWay.current;
      }),
    [save],
  );

  // A form that is closed in the moment after the last keystroke is sent at once.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (unsaved.current && latest.current) save(latest.current);
    },
    [save],
  );

  const lost = useSessionLost();
  useAgain(state === 'onDevice' && !lost, () => latest.current && save(latest.current));

  const drop = useCallback(() => {
    reset();
    forgetLocally(name);
    void underWay.current.then(() => api.drafts.drop({ key: name })).catch(() => undefined);
  }, [name, reset]);

  return { value, change, state, savedAt, drop };
}
