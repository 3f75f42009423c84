import { findInstrument, programmes } from '@anwang/packs';
import { expect, test } from 'vitest';
import { choicesOf } from './choices.ts';

test.each([...programmes])('what an assessment of $id says has a word in both languages', (programme) => {
  const choices = choicesOf(programme);
  for (const use of programme.instruments) {
    const instrument = findInstrument(use.instrument, use.version);
    for (const band of instrument?.bands ?? []) expect(choices.bands).toContainEqual({ code: band.id, label: expect.anything() });
    for (const trigger of instrument?.triggers ?? [])
      expect(choices.triggers).toContainEqual({ code: trigger.id, label: { zh: trigger.label.zh, en: expect.any(String) } });
  }
});
