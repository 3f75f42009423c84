// What was sent and never answered: an impatient reload, a closed lid. The same content sent again carries the same key and the same version, so that the server
// answers as it did the first time instead of doing it twice. Kept for the tab; of the content only a sum.

export type Sent = { readonly key: string; readonly version: number | null };
type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const prefix = 'anwang.sent.';

/** 53 bits of a text; two contents with one sum would only be refused once. */
function sum(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  return (4294967296 * (2097151 & (b ^ (b >>> 16))) + ((a ^ (a >>> 13)) >>> 0)).toString(36);
}

/** Under which name a content is remembered, whatever version it was based on. */
export function nameOf(input: unknown): string {
  return prefix + sum(JSON.stringify(input, (name, value) => (name === 'version' ? undefined : value)));
}

/** The key and version with which this content went out without an answer; undefined when there is none, or nothing can be kept. */
export function findSent(memory: Memory, name: string): Sent | undefined {
  try {
    const read: unknown = JSON.parse(memory.getItem(name) ?? 'null');
    if (typeof read !== 'object' || read === null || !('key' in read) || typeof read.key !== 'string') return undefined;
    return { key: read.key, version: 'version' in read && typeof read.version === 'number' ? read.version : null };
  } catch {
    return undefined;
  }
}

/** Remembers what goes out now. */
export function keepSent(memory: Memory, name: string, sent: Sent): void {
  try {
    memory.setItem(name, JSON.stringify(sent));
  } catch {
    // A browser that keeps nothing: a reload may then do it twice, as before.
  }
}

/** It was answered. */
export function forgetSent(memory: Memory, name: string): void {
  try {
    memory.removeItem(name);
  } catch {
    // As above.
  }
}
