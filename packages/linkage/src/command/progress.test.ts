import { expect, it } from 'vitest';
import { going, progressLine } from './progress.ts';
import type { Session } from './session.ts';

const session = (columns: number): Session & { said: string } => ({
  said: '',
  out: () => undefined,
  err(text) {
    this.said += text;
  },
  columns,
  signal: new AbortController().signal,
  onInterrupt: () => () => undefined,
  loaded: () => undefined,
});

it('rewrites one line of a terminal and takes it away at the end, once', () => {
  const on = session(40);
  const line = progressLine(on, { language: 'en', json: false, quiet: false });
  line.show({ phase: 'compare', done: 1, total: 4 });
  line.end();
  line.end();
  const [before, shown, after] = on.said.split('\r\u001b[2K');
  expect([before, after]).toEqual(['', '']);
  expect(shown).toMatch(/^Comparing 25% … [\d.]+ s$/);
});

it('says nothing without a terminal, with --json and with --quiet', () => {
  for (const [columns, json, quiet] of [
    [0, false, false],
    [80, true, false],
    [80, false, true],
  ] as const) {
    const on = session(columns);
    const line = progressLine(on, { language: 'zh-TW', json, quiet });
    line.show({ phase: 'read' });
    line.end();
    expect(on.said).toBe('');
  }
});

it('shows what is going on when told what is over', () => {
  expect(going('encode')).toBe('plan');
  expect(going('write')).toBe('write');
});
