// Short words for writing packs: labels, codes and bases, so that a pack reads like the manual it came from.

import type { Label, ValueSetEntry } from '@anwang/core';
import type { LegalBasis, Mark } from '@anwang/core/programs';

/** A label in both languages. */
export function label(zh: string, en: string): Label {
  return { zh, en };
}

/** Codes written as lines `id 中文 | English`. */
export function codes(text: string): ValueSetEntry[] {
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const match = /^\s*(\S+)\s+(.+?)\s*\|\s*(.+?)\s*$/.exec(line);
      if (match === null) throw new Error(`a code line reads "id 中文 | English", not "${line}"`);
      const [, id = '', zh = '', en = ''] = match;
      return { code: id, label: { zh, en } };
    });
}

/** The ground of an element and how sure it is. */
export function basis(text: string, mark: Mark, note?: string): LegalBasis {
  return note === undefined ? { text, mark } : { text, mark, note };
}
