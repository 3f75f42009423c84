// A form never loses what was typed: every change is kept on the device at once (sealed) and on the server within a second; after a reload,
// a time-out, a new sign-in or a network that was away it is there again. A second tab with the same form shows the same text.
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../client/api.ts';
import { readProblem } from '../client/problem.ts';
import { rightsChanged } from '../client/query.ts';
import { losesSession, useSessionLost } from '../session/lost.ts';
import { beforeLeaving } from './before-leaving.ts';
import { followLocally, forgetLocally, keepLocally, readLocally } from './local.ts';
import { prepareLocalKey } from './local-key.ts';
import { type KeptDraft, newer } from './newer.ts';
import { useAgain } from './use-again.ts';

const saveAfterMs = 700;
/** On a line that hangs a form does not wait for the server's copy, and a save is given up and tried again. */
const readWithinMs = 4000;
const saveWithinMs = 12_000;

/** `onDevice`: the server could not be told and the device has it; `onScreen`: neither has it, only the open form;
 *  `refused`: the role that kept it is gone, and what was saved before is on the server. */
export type DraftState = 'loading' | 'clean' | 'unsaved' | 'saved' | 'onDevice' | 'onScreen' | 'refused';

/** The server's copy; null when it has none, undefined when it could not be asked in time. */
const readOnServer = (name: string): Promise<KeptDraft | null | undefined> =>
  api.drafts.read({ key: name }, { signal: AbortSignal.timeout(readWithinMs) }).then(
    (answer) => answer.draft,
    () => undefined,
  );

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
  const underWay = useRef<Promise<unknown> | undefined>(undefined);
  /** Whether the device has the present text. */
  const kept = useRef<Promise<boolean>>(Promise.resolve(false));
  const unsaved = useRef(false);
  unsaved.current = state === 'unsaved' || state === 'onDevice' || state === 'onScreen' || state === 'refused';

  const send = useCallback(
    async (body: Body): Promise<'saved' | 'failed'> => {
      try {
        const answer = await api.drafts.save({ key: name, body }, { signal: AbortSignal.timeout(saveWithinMs) });
        base.current = answer.savedAt;
        setSavedAt(answer.savedAt);
        if (latest.current === body) {
          setState('saved');
          void keepLocally(name, { body, savedAt: answer.savedAt, sent: true, base: answer.savedAt });
        }
        return 'saved';
      } catch (error) {
        const problem = readProblem(error);
        losesSession(problem);
        const refused = problem.code === 'accessDenied';
        if (refused) rightsChanged();
        const onDevice = await kept.current;
        if (latest.current !== undefined) setState(refused ? 'refused' : onDevice ? 'onDevice' : 'onScreen');
        return 'failed';
      }
    },
    [name],
  );

  /** Sends what stands in the form now; one at a time, since on a bad line the earlier of two could come last and stand. */
  const save = useCallback((): Promise<unknown> => {
    underWay.current ??= (async () => {
      for (;;) {
        const body = latest.current;
        if (body === undefined || (await send(body)) === 'failed' || latest.current === body) break;
      }
    })().finally(() => {
      underWay.current = undefined;
    });
    return underWay.current;
  }, [send]);

  useEffect(() => {
    let current = true;
    prepareLocalKey();
    latest.current = undefined;
    void (async () => {
      const [onServer, onDevice] = await Promise.all([readOnServer(name), readLocally(name)]);
      if (!current || latest.current) return;
      base.current = onServer?.savedAt ?? onDevice?.base ?? null;
      const from = newer(onServer, onDevice);
      const copy = from === 'device' ? onDevice : from === 'server' ? onServer : undefined;
      if (!copy) {
        setState('clean');
        return;
      }
      const body = { ...initial, ...copy.body };
      latest.current = body;
      kept.current = Promise.resolve(from === 'device');
      setValue(body);
      setSavedAt(copy.savedAt);
      if (from === 'device' && !onDevice?.sent) {
        setState('unsaved');
        void save();
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
      kept.current = keepLocally(name, { body: next, savedAt: new Date().toISOString(), sent: false, base: base.current });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), saveAfterMs);
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
      followLocally(name, (other) => {
        if (!other) return reset();
        clearTimeout(timer.current);
        const body = { ...initial, ...other.body };
        latest.current = body;
        base.current = other.base;
        setValue(body);
        setSavedAt(other.savedAt);
        setState(other.sent ? 'saved' : 'unsaved');
      }),
    [name, initial, reset],
  );

  // What was typed in the last moment before signing out is sent while it still may be.
  useEffect(
    () =>
      beforeLeaving({
        unsaved: () => unsaved.current,
        finish: () => {
          clearTimeout(timer.current);
          return save();
        },
      }),
    [save],
  );

  // A form that is closed in the moment after the last keystroke is sent at once.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (unsaved.current) void save();
    },
    [save],
  );

  const lost = useSessionLost();
  useAgain((state === 'onDevice' || state === 'onScreen') && !lost, () => void save());

  const drop = useCallback(() => {
    const before = underWay.current;
    reset();
    void forgetLocally(name);
    void Promise.resolve(before)
      .then(() => api.drafts.drop({ key: name }))
      .catch(() => undefined);
  }, [name, reset]);

  return { value, change, state, savedAt, drop };
}
