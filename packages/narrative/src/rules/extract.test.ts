// What a narrative is read for: concepts with places, denials, names, rare characters; and that a reading never depends on what it cannot see.
import type { Lexicon } from '@anwang/core/narrative';
import { lexicon } from '@anwang/packs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract, findings } from '../index.ts';

const quote = (text: string, at: { start: number; end: number }): string => [...text].slice(at.start, at.end).join('');
const said = (text: string, names: string[] = []) =>
  findings(extract(text, lexicon, names)).map(
    (one) => `${one.negated ? '-' : '+'}${one.concept.code}:${one.places.map((at) => quote(text, at)).join('|')}`,
  );

describe('a narrative in the words of reports', () => {
  const story =
    '11月18日上午體育課，宥安左上臂有瘀青，右耳後有抓痕。他說：昨天晚上爸爸來家裡找媽媽，喝了酒，拿椅子丟，我擋在前面。妹妹（3歲）當時在場，躲進阿嬤房間。爸爸說再叫警察，就大家一起死。';
  test('is read for grounds and dangers with the very words', () => {
    const found = said(story);
    for (const one of ['+child-injury:瘀青|抓痕|拿椅子丟', '+ipv-weapon:拿椅子', '+child-witness:妹妹（3歲）當時在場|躲進阿嬤房間'])
      expect(
        found.some((each) => each.startsWith(one)),
        `${one} in ${found.join(' ')}`,
      ).toBe(true);
    expect(found).toContain('+child-suicide-carer:大家一起死');
    expect(found).toContain('+VF6:喝了酒');
  });
  test('has its times, places and people marked', () => {
    const marks = extract(story, lexicon, ['宥安']).filter((one) => one.concept === null);
    const words = (kind: string) => marks.filter((one) => one.kind === kind).map((one) => quote(story, one));
    expect(words('time')).toEqual(expect.arrayContaining(['11月18日', '上午', '昨天晚上']));
    expect(words('time'), 'the longer time says it').not.toContain('昨天');
    expect(words('person')).toEqual(expect.arrayContaining(['宥安', '爸爸', '媽媽', '妹妹', '阿嬤']));
    expect(words('place')).toContain('房間');
  });
  test.each([
    ['目前無立即危險。', '-yes:立即危險'],
    ['沒有拿刀，只是推打。', '-ipv-weapon:拿刀'],
    ['否認毆打太太', '-ipv-physical:毆打'],
    ['不只推打，還掐脖子', '+ipv-physical:推打'],
    ['他沒有停止毆打', '+ipv-physical:毆打'],
    ['沒有人來，他拿刀', '+ipv-weapon:拿刀'],
    ['先說沒有拿刀，後來又拿刀', '+ipv-weapon:拿刀'],
  ])('%s', (text, expected) => expect(said(text)).toContain(expected));
});

test('rare characters count as one: the place is that of the reader', () => {
  const text = '𠮷野家𠮷姓男子拿刀，𡘙說';
  const [one] = findings(extract(text, lexicon));
  expect(one && quote(text, one.places[0]!)).toBe('拿刀');
  expect(one?.places[0]).toEqual({ start: 7, end: 9 });
});

test('a name of one character or with a hole marks nothing', () => {
  expect(extract('陳說陳○明在', lexicon, ['陳', '陳○明'])).toEqual([]);
});

describe('for every text', () => {
  const pieces = [
    ...lexicon.entries.flatMap((entry) => entry.phrases.map((phrase) => phrase.replaceAll('…', '很多').replaceAll('#', '12'))),
    '沒有',
    '，',
    '𠮷',
    '他',
    ' ',
  ];
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 14 })
    .map((parts) => parts.join(''));
  test('places lie in the text, in order, and are never empty', () => {
    fc.assert(
      fc.property(text, (narrative) => {
        const length = [...narrative].length;
        const found = extract(narrative, lexicon, ['他很多']);
        for (const one of found) expect(0 <= one.start && one.start < one.end && one.end <= length).toBe(true);
        expect(found.map((one) => one.start)).toEqual(found.map((one) => one.start).sort((a, b) => a - b));
      }),
      { numRuns: 150 },
    );
  });
  test('text put before it, closed by a full stop, moves everything and changes nothing', () => {
    fc.assert(
      fc.property(text, (narrative) => {
        const before = '𠮷先行說明。';
        const moved = extract(before + narrative, lexicon).filter((one) => one.start >= 6);
        expect(moved.map((one) => ({ ...one, start: one.start - 6, end: one.end - 6 }))).toEqual(extract(narrative, lexicon));
      }),
      { numRuns: 150 },
    );
  });
  test('a phrase of a lexicon is found wherever it is put', () => {
    const word = fc.stringMatching(/^[甲乙丙丁]{2,4}$/u);
    fc.assert(
      fc.property(word, fc.stringMatching(/^[子丑寅。]{0,6}$/u), fc.stringMatching(/^[卯辰巳。]{0,6}$/u), (phrase, head, tail) => {
        const own: Lexicon = { ...lexicon, entries: [{ kind: 'danger', concept: { set: 'grounds', code: 'x' }, phrases: [phrase] }] };
        const at = [...head].length;
        expect(extract(head + phrase + tail, own)).toContainEqual({
          kind: 'danger',
          concept: { set: 'grounds', code: 'x' },
          start: at,
          end: at + [...phrase].length,
          negated: false,
        });
      }),
    );
  });
});
