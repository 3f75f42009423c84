// Which copy of a draft wins.
import { expect, test } from 'vitest';
import { type DeviceDraft, newer } from './newer.ts';

const early = '2026-11-22T08:00:00.000Z';
const late = '2026-11-22T08:00:01.000Z';
const server = (savedAt: string) => ({ body: {}, savedAt });
const device = (savedAt: string, more: Partial<DeviceDraft> = {}): DeviceDraft => ({ body: {}, savedAt, sent: false, base: null, ...more });

test('what the server never got goes on from the copy it was typed on, also where the clock of the device is slow', () => {
  expect(newer(server(late), device(early, { base: late }))).toBe('device');
  expect(newer(null, device(early))).toBe('device');
});

test('when somebody typed elsewhere meanwhile, the later moment wins', () => {
  expect(newer(server(late), device(early, { base: '2026-11-21T08:00:00.000Z' }))).toBe('server');
  expect(newer(server(early), device(late, { base: '2026-11-21T08:00:00.000Z' }))).toBe('device');
});

test('what the server has is taken from the server, and is gone when it is gone there', () => {
  expect(newer(server(early), device(late, { sent: true }))).toBe('server');
  expect(newer(null, device(late, { sent: true }))).toBeUndefined();
});

test('without an answer of the server the device goes on; without either there is nothing', () => {
  expect(newer(undefined, device(early, { sent: true }))).toBe('device');
  expect(newer(undefined, undefined)).toBeUndefined();
  expect(newer(null, undefined)).toBeUndefined();
  expect(newer(server(early), undefined)).toBe('server');
});
