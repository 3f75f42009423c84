import { describe, expect, it } from 'vitest';
import { defineModel } from '../library/index.ts';
import { describePair, parseReport, type RunReport, renderPage } from './index.ts';

const model = defineModel({
  locale: 'zh-TW',
  columns: [
    { column: 'name', role: 'full-name' },
    { column: 'phone', role: 'phone' },
  ],
});

const report = (part: Partial<RunReport> = {}): RunReport => ({
  schemaVersion: 1,
  command: 'dedupe',
  engine: 'duckdb',
  finishedAt: '2026-11-22T00:00:00.000Z',
  seconds: 1.5,
  phases: [{ name: 'read', seconds: 0.1 }],
  peakBytes: 3e8,
  cpuSeconds: 2,
  inputs: [{ name: 'input', files: ['<b>.csv'], id: 'id', encoding: 'auto', sourceColumn: null, rows: 10 }],
  locale: 'zh-TW',
  roles: model.columns,
  seed: 1,
  records: 10,
  pairs: 20,
  edges: 5,
  linkedPairs: 3,
  clusters: 7,
  largestCluster: 3,
  clusterSizes: [
    [1, 5],
    [2, 1],
    [3, 1],
  ],
  threshold: 0.6,
  expected: { precision: 0.95, recall: 0.9, f1: 0.92 },
  rules: [
    {
      id: 'r',
      label: { zh: '姓名', en: 'name' },
      used: true,
      reason: 'chosen',
      expectedPairs: 20,
      largestBlock: 4,
      oversizeBlocks: 2,
      skippedRecords: 6,
    },
  ],
  levels: [],
  unlinkable: 1,
  removedBridges: 0,
  cannotLinks: 0,
  warnings: [{ code: 'empty-column', words: { zh: '欄位空白', en: 'a column is empty' } }],
  notes: [],
  histogram: [
    { bits: -3, pairs: 4, expectedMatches: 0.2 },
    { bits: 5, pairs: 1, expectedMatches: 0.9 },
  ],
  samples: [describePair(model, '1', { name: '陳<script>alert(1)</script>', phone: null }, '2', { name: '陳怡君', phone: '0912345671' })],
  ...part,
});

describe('renderPage', () => {
  it('shows values as text, never as markup', () => {
    const page = renderPage(report(), model, 'en');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<b>.csv');
    expect(page).toContain('陳&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('holds what the run found, its warnings and skipped blocks, in both languages', () => {
    const page = renderPage(report(), model, 'zh-TW');
    for (const text of [
      '95.0%',
      '欄位空白',
      'a column is empty',
      '6 筆未以此規則比對',
      '6 records were not compared by it',
      'How it came about',
    ])
      expect(page).toContain(text);
    expect(page).toMatch(/id="to-zh"[^>]* checked/);
    expect(renderPage(report(), model, 'en')).toMatch(/id="to-en"[^>]* checked/);
  });

  it('does not claim a recall that the run cannot know', () => {
    const warnings = [{ code: 'recall-unknown', words: { zh: '靠地址', en: 'by address' } }] as const;
    expect(renderPage(report({ warnings }), model, 'en')).toMatch(/≤ 90\.0%[\s\S]*at least 10\.0% of the true pairs/);
    expect(renderPage(report(), model, 'en')).not.toContain('≤');
  });

  it('says of a value that is there and does not count why it does not', () => {
    const filler = describePair(model, '1', { name: '陳怡君', phone: '0912345678' }, '2', { name: '陳怡君', phone: '0912345678' });
    expect(filler.steps[1]).toMatchObject({ missing: true, unusable: true, levelLabel: { zh: '不可用：佔位、無效或讀不懂的值' } });
    const blank = describePair(model, '1', { name: '陳怡君', phone: ' ' }, '2', { name: '陳怡君', phone: '0912345678' });
    expect(blank.steps[1]).toMatchObject({ missing: true, unusable: false, levelLabel: { zh: '電話缺漏' } });
    const page = renderPage(report({ samples: [filler, blank] }), model, 'zh-TW');
    expect(page).toMatch(/佔位、無效或讀不懂的值、不計分：[\s\S]*?電話/);
    expect(page).toMatch(/至少一側空白、不計分：[\s\S]*?電話/);
  });

  it('draws nothing odd when nothing was found', () => {
    const page = renderPage(report({ records: 0, samples: [], histogram: [], clusterSizes: [], pairs: 0 }), model, 'en');
    expect(page).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('is well formed: every element that opens closes', () => {
    const page = renderPage(report(), model, 'en').replace(/<style>[\s\S]*<\/style>/, '');
    const open: string[] = [];
    for (const [, close, name] of page.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(?<!\/)>/g)) {
      if (['meta', 'input', 'rect'].includes(name!)) continue;
      if (close === '') open.push(name!);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });
});

describe('parseReport', () => {
  it('gives back what was written, and refuses what is not ours', () => {
    expect(parseReport(JSON.stringify(report()), 'x')).toEqual(report());
    for (const text of ['', '{}', '[]', '{"schemaVersion":2,"inputs":[],"roles":[]}'])
      expect(() => parseReport(text, 'x')).toThrow('not-a-run');
  });
});
