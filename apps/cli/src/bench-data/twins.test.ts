import { DEMO_COUNTIES, populationChunk } from '@anwang/synth';
import { expect, it } from 'vitest';
import { cutLine, MOST_TWINS, twinId, twinLine, twinPopulation } from './twins.ts';

const id = '019d0579-d247-734a-bd1a-533d937421bb';
const staff = '0193f45c-d1d2-7fbe-9683-25f9cb88965f';

it('rewrites ids and numbers of a line, and leaves staff alone', () => {
  const line = cutLine(
    `${id}\t115-1122-0001\t${staff}\t{"number": "VF-115-11-0417", "person": "${id}"}\t\\\\x019d0579d247734a`,
    new Set([staff]),
  );
  expect(twinLine(line, 0)).toBe(`${id}\t115-1122-0001\t${staff}\t{"number": "VF-115-11-0417", "person": "${id}"}\t\\\\x019d0579d247734a`);
  const twin = twinLine(line, 2);
  expect(twin).toBe(
    `${twinId(id, 2)}\t115-1122-20001\t${staff}\t{"number": "VF-115-11-20417", "person": "${twinId(id, 2)}"}\t\\\\x019d0579d247734a`,
  );
});

it('gives every twin a number, an id and a telephone of their own', () => {
  const chunk = populationChunk({ seed: 's', county: DEMO_COUNTIES[0]!, index: 62, anchorMs: Date.parse('2026-11-22') });
  const all = Array.from({ length: MOST_TWINS + 1 }, (_, k) => (k === 0 ? chunk : twinPopulation(chunk, k))).flatMap((c) =>
    c.households.flatMap((h) => h.members.map((m) => m.person)),
  );
  for (const of of ['id', 'nationalId'] as const) expect(new Set(all.map((p) => p[of])).size).toBe(all.length);
  expect(all.every((p) => /^Y[1289]9\d{7}$/.test(p.nationalId))).toBe(true);
});
