import { describe, expect, it } from 'vitest';
import { parseModel } from '../model/index.ts';
import { scorePair } from '../reference/index.ts';
import type { ColumnRole } from '../roles/index.ts';
import { cluster, defineModel, explain, predict, train } from './index.ts';

const COLUMNS: readonly ColumnRole[] = [
  { column: 'name', role: 'full-name' },
  { column: 'born', role: 'birth-date' },
  { column: 'phone', role: 'phone' },
];
const SURNAMES = ['陳', '林', '黃', '張', '李', '王', '吳', '劉', '蔡', '楊'];
const GIVEN = ['怡君', '志明', '淑芬', '俊傑', '雅婷', '家豪', '美玲', '冠宇', '詩涵', '建宏', '佳穎'];

const record = (i: number) => ({
  id: `a${i}`,
  name: SURNAMES[i % 10]! + GIVEN[(i * 7) % 11]!,
  born: `${1940 + ((i * 17) % 70)}-${String(1 + ((i * 5) % 12)).padStart(2, '0')}-${String(1 + ((i * 11) % 28)).padStart(2, '0')}`,
  phone: `09${String(10_000_000 + i * 314_159)}`,
});
const records = Array.from({ length: 120 }, (_, i) => record(i)).flatMap((r, i) =>
  i % 3 === 0 ? [r, { ...r, id: r.id.replace('a', 'b'), phone: '' }] : [r],
);

describe('the library', () => {
  it('scores with a model that saw no data, and keeps it as JSON', () => {
    const model = defineModel({ locale: 'zh-TW', columns: COLUMNS });
    expect(parseModel(JSON.parse(JSON.stringify(model)))).toEqual(model);
    const same = scorePair(
      model,
      { name: '陳怡君', born: '1990-01-02', phone: '0912888777' },
      { name: '陳宜君', born: '79/1/2', phone: '0912888777' },
    );
    const other = scorePair(model, { name: '陳怡君', born: '1990-01-02' }, { name: '林志明', born: '1955-08-09' });
    expect(same.probability).toBeGreaterThan(0.9);
    expect(other.probability).toBeLessThan(0.01);
  });

  it('explains with bits that add up to the weight', () => {
    const model = defineModel({ locale: 'zh-TW', columns: COLUMNS });
    const why = explain(model, record(1), { ...record(1), phone: '0911111112' });
    const sum = why.steps.reduce(
      (total, step) => total + step.bits + step.frequencyBits,
      why.priorBits + why.interactionBits + why.relatedBits,
    );
    expect(sum).toBeCloseTo(why.weight, 9);
    expect(why.steps.map((step) => step.values[0]?.column)).toEqual(['name', 'born', 'phone']);
  });

  it('trains, predicts and clusters the copies, in whatever order the records come', async () => {
    const model = await train(records, { locale: 'zh-TW', columns: COLUMNS });
    expect(model.training.records).toBe(160);
    expect(await train(records.toReversed(), { locale: 'zh-TW', columns: COLUMNS })).toEqual(model);
    const edges = await predict(model, records);
    const clusters = cluster(edges, { threshold: model.threshold, ids: records.map((r) => r.id) });
    expect(clusters.size).toBe(160);
    for (let i = 0; i < 120; i += 3) expect(clusters.get(`b${i}`)).toBe(clusters.get(`a${i}`));
    expect(new Set(clusters.values()).size).toBe(120);
  });

  it('says which record lacks an id', async () => {
    await expect(predict(defineModel({ locale: 'zh-TW', columns: COLUMNS }), [{ name: '陳怡君' }])).rejects.toThrow('record 0 has no id');
  });
});
