// A form never loses what was typed: every change is kept on the device at once (sealed) and on the server within a second; after a reload,
// a time-out, a new sign-in or a network that was away it is there again. A second tab with the same form shows the same text.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { readProblem } from '../client/problem.ts';
import { rightsChanged } from '../client/query.ts';
import { losesSession, useSessionLost } from '../session/lost.ts';
import { beforeLeaving } from './before-leaving.ts';
import { createDraftSender } from './draft-sender.ts';
import { followLocally, forgetLocally, keepLocally, readLocally } from './local.ts';
import { prepareLocalKey } from './local-key.ts';
import { newer } from './newer.ts';
import { dropOnServer, readOnServer, saveOnServer } from './on-server.ts';
import { formIsOpen } from './open-forms.ts';
import { useAgain } from './use-again.ts';

const saveAfterMs = 700;
/** How often the server is told that a draft was sent as what it is, when it could not be told at once. */
const dropAgainMs = [2000, 8000, 30_000];

/** `onDevice`: the server could not be told and the device has it; `onScreen`: neither has it, only the open form;
 *  `refused`: the role that kept it is gone, and what was saved before is on the server. */
export type DraftState = 'loading' | 'clean' | 'unsaved' | 'saved' | 'onDevice' | 'onScreen' | 'refused';

/**
 * The value of a form with its draft.
 * @param name where the draft is kept, the same for the same form of the same record
 * @param given the value without a draft
 * @returns value, setter, state for the form's foot, when it was saved, and how to throw it away after sending
 */
export function useDraft<Body extends Record<string, unknown>>(name: string, given: Body) {
  // A caller that makes the same value anew each time it draws must not have the draft read anew each time: what was typed would be lost between two letters.
  const first = useRef(given);
  if (first.current !== given && JSON.stringify(first.current) !== JSON.stringify(given)) first.current = given;
  const initial = first.current;
  const [value, setValue] = useState<Body>(initial);
  const [state, setState] = useState<DraftState>('loading');
  const [savedAt, setSavedAt] = useState<string | undefined>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** The server's copy on which the present text was typed. */
  const base = useRef<string | null>(null);
  /** Whether the device has the present text. */
  const kept = useRef<Promise<boolean>>(Promise.resolve(false));
  const unsaved = useRef(false);
  /** The last to type was this tab, and not another one that it follows. */
  const typedHere = useRef(false);
  unsaved.current = state === 'unsaved' || state === 'onDevice' || state === 'onScreen' || state === 'refused';
  const sender = useMemo(() => {
    const made = createDraftSender<Body>(
      { save: (body, turn) => saveOnServer(name, body, turn), drop: (turn) => dropOnServer(name, turn), now: Date.now },
      {
        saved: (body, at, whole) => {
          base.current = at;
          setSavedAt(at);
          if (!whole) return;
          setState('saved');
          void keepLocally(name, { body, savedAt: at, sent: true, base: at });
        },
        failed: (error) => {
          const problem = readProblem(error);
          losesSession(problem);
          const refused = problem.code === 'accessDenied';
          if (refused) rightsChanged();
          void kept.current.then((onDevice) => {
            if (made.latest() !== undefined) setState(refused ? 'refused' : onDevice ? 'onDevice' : 'onScreen');
          });
        },
      },
    );
    return made;
  }, [name]);
  useEffect(() => formIsOpen(name), [name]);
  useEffect(() => {
    let current = true;
    prepareLocalKey();
    sender.forget();
    void (async () => {
      const [onServer, onDevice] = await Promise.all([readOnServer(name), readLocally(name)]);
      if (!current || sender.latest()) return;
      base.current = onServer?.savedAt ?? onDevice?.base ?? null;
      const from = newer(onServer, onDevice);
      const copy = from === 'device' ? onDevice : from === 'server' ? onServer : undefined;
      if (!copy) {
        setState('clean');
        return;
      }
      const body = { ...initial, ...copy.body };
      sender.typed(body);
      kept.current = Promise.resolve(from === 'device');
      setValue(body);
      setSavedAt(copy.savedAt);
      if (from === 'device' && !onDevice?.sent) {
        setState('unsaved');
        void sender.send();
      } else setState('saved');
    })();
    return () => {
      current = false;
    };
  }, [name, initial, sender]);

  const change = useCallback(
    (next: Body) => {
      sender.typed(next);
      typedHere.current = true;
      setValue(next);
      setState('unsaved');
      kept.current = keepLocally(name, { body: next, savedAt: new Date().toISOString(), sent: false, base: base.current });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void sender.send(), saveAfterMs);
    },
    [name, sender],
  );

  const reset = useCallback(() => {
    clearTimeout(timer.current);
    sender.forget();
    base.current = null;
    setValue(initial);
    setState('clean');
  }, [initial, sender]);

  useEffect(
    () =>
      followLocally(name, (other) => {
        if (!other) return reset();
        // What another tab sent is older than what was typed here since.
        if (other.sent && unsaved.current && typedHere.current) return;
        typedHere.current = false;
        clearTimeout(timer.current);
        const body = { ...initial, ...other.body };
        sender.typed(body);
        base.current = other.base;
        setValue(body);
        setSavedAt(other.savedAt);
        setState(other.sent ? 'saved' : 'unsaved');
      }),
    [name, initial, reset, sender],
  );

  // What was typed in the last moment before signing out is sent while it still may be.
  useEffect(
    () =>
      beforeLeaving({
        unsaved: () => unsaved.current,
        finish: () => {
          clearTimeout(timer.current);
          return sender.send();
        },
      }),
    [sender],
  );

  // A form that is closed in the moment after the last keystroke is sent at once.
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (unsaved.current) void sender.send();
    },
    [sender],
  );

  const lost = useSessionLost();
  useAgain((state === 'onDevice' || state === 'onScreen') && !lost, () => void sender.send());

  const drop = useCallback(() => {
    reset();
    void forgetLocally(name);
    void (async () => {
      let told = await sender.drop();
      for (const pause of dropAgainMs) {
        if (told) return;
        await new Promise((go) => setTimeout(go, pause));
        told = await sender.send();
      }
    })();
  }, [name, reset, sender]);
  return { value, change, state, savedAt, drop };
}
