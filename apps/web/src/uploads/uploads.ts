// Files under way: one after the other, each with how far it is, outside the page that began it, so that one may go on working and come back.
// A dropped connection is tried again by itself; the key of a file stays the same, so that nothing is kept twice. Nothing is kept on the device.
import { UPLOAD_LIMIT } from '@anwang/contract/shapes';
import { useSyncExternalStore } from 'react';
import { readProblem } from '../client/problem.ts';
import { losesSession } from '../session/lost.ts';
import { m } from '../words/index.ts';

/** How far a file is: `keeping` = all of it has been sent and the server's answer is awaited; it can no longer be taken back. */
type UploadState = 'waiting' | 'sending' | 'keeping' | 'again' | 'failed';
export type Upload = {
  readonly id: string;
  /** To what it belongs. */
  readonly place: string;
  readonly file: File;
  readonly sent: number;
  readonly state: UploadState;
  /** Why it failed, in words. */
  readonly why: string | null;
};
/** What is done with one file: safe to do again with the same key. */
export type Work = (file: File, how: { key: string; onSent: (bytes: number) => void; signal: AbortSignal }) => Promise<void>;

type Held = { upload: Upload; readonly work: Work; readonly stop: AbortController };

/** After which seconds a dropped connection is tried again. */
const pauses = [2, 5, 15, 30];
let held: readonly Held[] = [];
let shown: readonly Upload[] = [];
let running = false;
const listeners = new Set<() => void>();

function tell(): void {
  shown = held.map((one) => one.upload);
  for (const listener of listeners) listener();
}

function put(id: string, more: Partial<Upload>): void {
  held = held.map((one) => (one.upload.id === id ? { ...one, upload: { ...one.upload, ...more } } : one));
  tell();
}

function remove(id: string): void {
  held = held.filter((one) => one.upload.id !== id);
  tell();
}

const pause = (seconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = setTimeout(go, seconds * 1000);
    window.addEventListener('online', go);
    signal.addEventListener('abort', go);
  });

/** Whether another try may follow. */
async function once({ upload: { id, file }, work, stop: { signal } }: Held, tried: number): Promise<boolean> {
  put(id, { state: 'sending', sent: 0, why: null });
  const onSent = (bytes: number) => put(id, { sent: bytes, state: bytes >= file.size ? 'keeping' : 'sending' });
  try {
    await work(file, { key: id, onSent, signal });
    remove(id);
    return false;
  } catch (error) {
    if (signal.aborted) {
      remove(id);
      return false;
    }
    const problem = readProblem(error);
    const seconds = pauses[tried];
    losesSession(problem);
    if (!problem.offline || seconds === undefined) {
      put(id, { state: 'failed', why: problem.sentence });
      return false;
    }
    put(id, { state: 'again', why: problem.sentence });
    await pause(seconds, signal);
    if (signal.aborted) remove(id);
    return !signal.aborted;
  }
}

async function run(): Promise<void> {
  if (running) return;
  running = true;
  for (let next = waiting(); next !== undefined; next = waiting()) {
    let tried = 0;
    while (await once(next, tried)) tried += 1;
  }
  running = false;
}

const waiting = (): Held | undefined => held.find((one) => one.upload.state === 'waiting');
const same = (a: File, b: File) => a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;

/** Begins with files, after those that are under way; one that is in the list already is not taken twice. */
export function startUploads(place: string, files: readonly File[], work: Work): void {
  for (const file of files) {
    if (held.some((one) => one.upload.place === place && same(one.upload.file, file))) continue;
    const tooLarge = file.size > UPLOAD_LIMIT;
    const upload: Upload = {
      id: crypto.randomUUID(),
      place,
      file,
      sent: 0,
      // Not sent for minutes to be refused at the end.
      state: tooLarge ? 'failed' : 'waiting',
      why: tooLarge ? m.file_over_limit({ mb: UPLOAD_LIMIT / 1_048_576 }) : null,
    };
    held = [...held, { upload, work, stop: new AbortController() }];
  }
  window.addEventListener('beforeunload', askBeforeLeaving);
  tell();
  void run();
}

/** Leaving the page altogether would end them: the browser asks first. */
function askBeforeLeaving(event: BeforeUnloadEvent): void {
  if (uploading()) event.preventDefault();
}

/** Takes a file back, or a failed one off the list. */
export function cancelUpload(id: string): void {
  const one = held.find((each) => each.upload.id === id);
  one?.stop.abort(new DOMException('taken back', 'AbortError'));
  if (one?.upload.state === 'failed' || one?.upload.state === 'waiting') remove(id);
}

/** Tries a failed file again. */
export function retryUpload(id: string): void {
  put(id, { state: 'waiting', why: null });
  void run();
}

/** All files under way, in their order. */
export const underWay = (): readonly Upload[] => shown;

/** The files under way of one place. */
export function useUploads(place: string): readonly Upload[] {
  const all = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, underWay);
  return all.filter((one) => one.place === place);
}

/** Whether files are under way, wherever they belong. */
export const uploading = (): boolean => held.some((one) => one.upload.state !== 'failed');

/** Forgets the files that failed: they belong to whoever signs out. */
export function dropUploads(): void {
  for (const one of held) cancelUpload(one.upload.id);
}
