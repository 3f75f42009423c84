// The server's copy of a draft. On a line that hangs a form does not wait longer than a moment for it, and a save is given up and tried again.
import { api } from '../client/api.ts';
import type { KeptDraft } from './newer.ts';

const readWithinMs = 4000;
const saveWithinMs = 12_000;

/** The server's copy; null when it has none, undefined when it could not be asked in time. */
export const readOnServer = (name: string): Promise<KeptDraft | null | undefined> =>
  api.drafts.read({ key: name }, { signal: AbortSignal.timeout(readWithinMs) }).then(
    (answer) => answer.draft,
    () => undefined,
  );

/** Saves it, in its turn. */
export const saveOnServer = (
  name: string,
  body: Record<string, unknown>,
  turn: number,
): Promise<{ savedAt: string; turn: number | null }> =>
  api.drafts.save({ key: name, body, turn }, { signal: AbortSignal.timeout(saveWithinMs) });

/** Throws it away. */
export const dropOnServer = (name: string, turn: number): Promise<unknown> =>
  api.drafts.drop({ key: name, turn }, { signal: AbortSignal.timeout(saveWithinMs) });
