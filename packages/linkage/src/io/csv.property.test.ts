import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseCsv } from './csv.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '陳', '𠮷', '"', ',', ';', '\n', '\r', ' ', '\t'), maxLength: 6 });
const table = fc
  .integer({ min: 2, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }));

async function* pieces(text: string, cuts: readonly number[]): AsyncGenerator<string> {
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const to = Math.min(text.length, from + cut);
    yield text.slice(from, to);
    from = to;
  }
  yield text.slice(from);
}

it('gives back every table that was written with quotes, wherever the stream is cut', async () => {
  await fc.assert(
    fc.asyncProperty(table, fc.array(fc.nat(9), { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), async (rows, cuts, end) => {
      const header = rows[0]!.map((_, i) => `h${i}`);
      const text = [header, ...rows].map((row, r) => row.map((c) => (r === 0 ? c : `"${c.replaceAll('"', '""')}"`)).join(',')).join(end);
      const read: string[][] = [];
      // The header must lie in the first piece whole, as it does in a file read by the megabyte.
      for await (const batch of parseCsv(pieces(text, [header.join(',').length + end.length, ...cuts]), 'x'))
        read.push(...batch.map((r) => r.fields));
      expect(read).toEqual([header, ...rows]);
    }),
    { numRuns: 300 },
  );
});
