// The identity number of a person in Taiwan as one comparison. Placeholders are missing; other documents (passports) are compared by edits.
import type { Comparison } from '../../../roles/types.ts';
import { frequencyOf } from '../../frequency.ts';
import { isOneEdit } from '../../text/index.ts';
import { compareIdRows, ID_WIDTH, readId, writeId } from './compare.ts';
import { ID_LEVELS, idLevel } from './levels.ts';
import { type ParsedId, parseId } from './parse.ts';
import { quickId } from './quick.ts';

export interface PreparedId extends ParsedId {
  readonly row: Int32Array | null;
}

export const prepareId = (raw: string | null): PreparedId | null => {
  const id = parseId(raw);
  if (!id || id.placeholder) return null;
  const row = new Int32Array(ID_WIDTH);
  return { ...id, row: writeId(id, row, 0) ? row : null };
};

export const compareIds = (a: PreparedId, b: PreparedId): number => {
  if (a.row && b.row) return compareIdRows(a.row, 0, b.row, 0);
  if (a.normal === b.normal) return a.valid ? idLevel('same-valid') : idLevel('same');
  return Math.min(a.normal.length, b.normal.length) >= 6 && isOneEdit(a.normal, b.normal) ? idLevel('slip') : idLevel('different');
};

/** Letter, sex and two digits, and the last two: what the usual masks leave visible. */
const visibleKey = (id: PreparedId): string | null => (id.normal.length === 10 ? whole(id.normal.slice(0, 4) + id.normal.slice(8)) : null);
const whole = (text: string): string | null => (text.includes('*') ? null : text);
const isFull = (id: PreparedId): boolean => id.kind !== 'masked';

export const TAIWAN_IDENTIFIER: Comparison<PreparedId> = {
  id: 'zh-TW/identifier',
  locale: 'zh-TW',
  inputs: ['identifier'],
  label: { zh: '證號', en: 'Identity number' },
  levels: ID_LEVELS,
  facets: [
    { id: 'id', label: { zh: '證號', en: 'identity number' } },
    { id: 'valid', label: { zh: '檢查碼正確的證號', en: 'identity number with right check digit' } },
    { id: 'visible', label: { zh: '證號前四後二碼', en: 'first four and last two characters' } },
    { id: 'head', label: { zh: '證號前四碼', en: 'first four characters' } },
    { id: 'start', label: { zh: '證號前六碼', en: 'first six characters' } },
    { id: 'end', label: { zh: '證號後五碼', en: 'last five characters' } },
  ],
  prepare: ([raw]) => prepareId(raw ?? null),
  compare: compareIds,
  facetsOf: (id) => [
    isFull(id) ? id.normal : null,
    id.valid ? id.normal : null,
    visibleKey(id),
    whole(id.normal.slice(0, 4)),
    id.normal.length === 10 ? whole(id.normal.slice(0, 6)) : null,
    id.normal.length >= 9 ? whole(id.normal.slice(-5)) : null,
  ],
  format: (id) => id.normal,
  quick: quickId,
  truthFacet: 'valid',
  frequency: frequencyOf<PreparedId>(ID_LEVELS, {
    kinds: { id: (id) => (isFull(id) ? id.normal : null), visible: visibleKey },
    facets: { id: 'id', visible: 'visible' },
    levels: { 'same-valid': 'id', same: 'id', masked: 'visible' },
  }),
  packing: {
    width: ID_WIDTH,
    write(value, out, at) {
      if (!value.row) return false;
      out.set(value.row, at);
      return true;
    },
    read: (from, at) => ({ ...readId(from, at), placeholder: false, sex: null, row: null }),
    compare: compareIdRows,
  },
};
