import { expect, test } from 'vitest';
import { assemble } from '../roles/index.ts';
import { SlotScorer } from './slot-scorer.ts';
import { SlotTaker } from './take.ts';
import { packChunk } from './text-store.ts';

/** A slot of a column, encoded, with the column of ids. */
function encode(role: 'sex' | 'birth-date' | 'full-name', texts: readonly string[]) {
  const bound = assemble('zh-TW', [{ column: 'c', role }]).comparisons[0]!;
  const taker = new SlotTaker(bound, [], texts.length);
  const { words, starts, lengths } = packChunk(texts.join('\0'));
  const column = new Int32Array(texts.length);
  taker.take({
    slot: 0,
    wanted: [],
    words,
    starts: Int32Array.of(...starts, words.length),
    lengths,
    rid: Int32Array.from(texts, (_, i) => i),
    column,
  });
  const { chunks, prepared } = taker.finish();
  return { bound, column, scorer: new SlotScorer(bound.comparison, { chunks, columns: 1, representative: null, prepared, wanted: [] }) };
}

const sexes = ['男', '女', 'M', 'F', '', '其他', '1', '2'];
const dates = Array.from({ length: 90 }, (_, i) => (i % 17 === 0 ? '' : `19${50 + (i % 50)}-0${1 + (i % 9)}-1${i % 10}`));
const names = Array.from({ length: 120 }, (_, i) =>
  i % 29 === 0 ? 'Chen Da-ming' : `陳${String.fromCharCode(0x4e00 + (i % 40), 0x5100 + (i % 7))}`,
);

test.each([
  ['sex', sexes],
  ['birth-date', dates],
  ['full-name', names],
] as const)('levels of many pairs of a %s are those of its values compared one by one', (role, texts) => {
  const { bound, column, scorer } = encode(role, texts);
  const { comparison } = bound;
  const l: number[] = [];
  const r: number[] = [];
  for (let i = 0; i < texts.length; i++) {
    for (let j = i % 3; j < texts.length; j += 3) {
      l.push(i);
      r.push(j);
    }
  }
  const read = texts.map((text) => comparison.prepare([text === '' ? null : text]));
  const expected = l.map((a, k) => {
    const [one, other] = [read[a], read[r[k]!]];
    return one == null || other == null ? 0 : comparison.compare(one, other);
  });
  // Twice: what is remembered of the first time must be the same.
  for (let time = 0; time < 2; time++) {
    const sums = new Int32Array(l.length).fill(2);
    scorer.addLevels(Int32Array.from(l), Int32Array.from(r), column, sums, 7);
    expect([...sums]).toEqual(expected.map((level) => 2 + 7 * level));
    expect(l.map((a, k) => scorer.level(column[a]!, column[r[k]!]!))).toEqual(expected);
  }
});
