// A flag in words of both languages; a sensitive one says nothing of itself until it is opened.
import { expect, test } from 'vitest';
import { packsInForce } from '../packs-in-force.ts';
import { flagView } from './flag-view.ts';

const packs = packsInForce();
const flag = {
  id: 'f',
  personId: 'p',
  source: 'src-suicide',
  code: 'suicideReport',
  sensitivity: 'S3',
  severity: 'urgent',
  legalBasis: '自殺防治法 11',
  asOf: '2026-11-01',
  facts: { category: 'x' },
} as unknown as Parameters<typeof flagView>[1];

test('a closed flag names its system and ground, an opened one itself', () => {
  expect(flagView(packs, flag, false)).toMatchObject({
    code: null,
    label: null,
    facts: {},
    sourceLabel: { zh: '自殺防治通報系統', en: 'Suicide prevention system' },
  });
  expect(flagView(packs, flag, true)).toMatchObject({ code: 'suicideReport', label: { zh: '自殺通報', en: 'Reported for suicide' } });
});

test('a code that no set knows speaks for itself', () => {
  expect(flagView(packs, { ...flag, sensitivity: 'S2', code: 'newKind', source: 'src-new' }, false)).toMatchObject({
    label: { zh: 'newKind', en: 'newKind' },
    sourceLabel: { zh: 'src-new', en: 'src-new' },
  });
});
