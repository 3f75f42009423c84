import { expect, test } from 'vitest';
import { readSettings, wholeNumber } from './settings.ts';

test('a number that is none is named, and is not taken for another', () => {
  expect(() => readSettings({ ANWANG_LIMIT_SIGN_IN: 'sixty' })).toThrow('ANWANG_LIMIT_SIGN_IN is not a whole number: sixty');
  expect(() => readSettings({ ANWANG_TRUST_PROXY: 'true' })).toThrow('ANWANG_TRUST_PROXY is not a whole number: true');
  for (const port of ['', ' ', 'http', '80.5', '-1']) expect(() => wholeNumber('--port', port)).toThrow('--port');
  expect(wholeNumber('--port', '0')).toBe(0);
});

test('what is not set has its default', () => {
  const settings = readSettings({});
  expect([settings.port, settings.trustProxy, settings.work]).toEqual([8080, 0, 'both']);
});
