// A form was closed without a network, or its tab: what lies on this device alone goes to the server once it can be reached, so that it is on the list of what was begun, on every device.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSessionLost } from '../session/lost.ts';
import { forgetLocally, keepLocally, readLocally, waitingLocally } from './local.ts';
import { newer } from './newer.ts';
import { readOnServer, saveOnServer } from './on-server.ts';
import { isFormOpen, whereClosed } from './open-forms.ts';
import { followWaiting } from './waiting.ts';

const everyMs = 15_000;

type Sent = 'sent' | 'left' | 'unreachable';

async function sendOne(name: string): Promise<Sent> {
  const onDevice = await readLocally(name);
  const onServer = await readOnServer(name);
  if (onServer === undefined) return 'unreachable';
  if (onDevice === undefined || isFormOpen(name)) return 'left';
  if (newer(onServer, onDevice) !== 'device') {
    await forgetLocally(name);
    return 'left';
  }
  const turn = Date.now();
  const saved = await saveOnServer(name, onDevice.body, turn);
  // Meanwhile a form was opened, here or in another tab, and more was typed: it is that form's.
  const now = await readLocally(name);
  if ((saved.turn ?? turn) > turn || isFormOpen(name) || now?.sent !== false || now.savedAt !== onDevice.savedAt) return 'left';
  await keepLocally(name, { body: onDevice.body, savedAt: saved.savedAt, sent: true, base: saved.savedAt });
  return 'sent';
}

/** Sends those that stand in no open form. @returns whether any was */
async function sendWaiting(): Promise<boolean> {
  let any = false;
  for (const name of (await waitingLocally()).filter((each) => !isFormOpen(each))) {
    // One that is refused, or too large, keeps none of the others.
    const sent = (await whereClosed(name, () => sendOne(name)).catch((): Sent => 'left')) ?? 'left';
    if (sent === 'unreachable') return any;
    any ||= sent === 'sent';
  }
  return any;
}

/** How many drafts lie on this device alone; they are sent as soon as they can be. @param may whether this account keeps drafts at all: without a role it does not */
export function useWaitingDrafts(may: boolean): number {
  const [waiting, setWaiting] = useState(0);
  const client = useQueryClient();
  const lost = useSessionLost();
  useEffect(() => {
    if (!may) return;
    const count = () => void waitingLocally().then((names) => setWaiting(names.length));
    count();
    return followWaiting(count);
  }, [may]);
  useEffect(() => {
    if (waiting === 0 || lost) return;
    let underWay = false;
    const send = async () => {
      if (underWay || !navigator.onLine) return;
      underWay = true;
      const any = await sendWaiting();
      underWay = false;
      if (any) void client.invalidateQueries({ queryKey: ['cases', 'worklist'] });
    };
    const begin = () => void send();
    begin();
    const timer = setInterval(begin, everyMs);
    window.addEventListener('online', begin);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', begin);
    };
  }, [waiting, lost, client]);
  return waiting;
}
