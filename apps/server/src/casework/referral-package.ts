// What goes with a referral: the programme it comes from, the few fields that were chosen, and a message. Sealed in the store, read here on both sides.

/** The package in clear; an erased one is empty. */
export type ReferralPackage = {
  readonly programme: string | null;
  readonly fields: Readonly<Record<string, string>>;
  readonly message: string | null;
  /** Telephone of whoever sent it. */
  readonly callback: string | null;
};

const empty: ReferralPackage = { programme: null, fields: {}, message: null, callback: null };

/** Reads a package; an erased one is empty, one that another system sent as plain words is a message. */
export function readPackage(content: string): ReferralPackage {
  if (content === '') return empty;
  if (!content.startsWith('{')) return { ...empty, message: content };
  const read: unknown = JSON.parse(content);
  if (typeof read !== 'object' || read === null) return empty;
  const programme = 'programme' in read && typeof read.programme === 'string' ? read.programme : null;
  const message = 'message' in read && typeof read.message === 'string' ? read.message : null;
  const callback = 'callback' in read && typeof read.callback === 'string' ? read.callback : null;
  const given = 'fields' in read && typeof read.fields === 'object' && read.fields !== null ? Object.entries(read.fields) : [];
  const fields = Object.fromEntries(
    given.flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : [])),
  );
  return { programme, fields, message, callback };
}
