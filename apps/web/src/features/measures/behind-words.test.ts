// No raw code stands behind a figure.
import { expect, test } from 'vitest';
import { behindWords } from './behind-words.ts';

const words = { programme: () => '脆弱家庭', channel: () => '110 報案' };

test('state, programme, channel and risk in words; codes without a word are left out', () => {
  const facts = { status: 'closed', programme: 'vulnerable-family', closureCode: 'longTermInstitution', month: '2026-11', met: false };
  expect(behindWords('case', facts, words)).toBe('已結案，脆弱家庭');
  expect(behindWords('report', { band: 'medium', status: 'closedAtDesk', channel: 'police110' }, words)).toBe(
    '派案中心結案，110 報案，風險 中',
  );
});
