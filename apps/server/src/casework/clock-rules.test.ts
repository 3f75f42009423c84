// No case is without its escalations: every statement to which one may be pinned has its steps, also the statements that are in force no more.
import { everyStatement, findProgramme, overlaidCounties } from '@anwang/packs';
import { expect, test } from 'vitest';
import { escalationSteps } from './clock-rules.ts';

test('every statement has the steps of its clocks', () => {
  const steps = escalationSteps();
  const versions = ['2026.1', '2026.2'].flatMap((version) => [version, ...overlaidCounties.map((county) => `${version}+${county}.1`)]);
  // The third is of child protection alone, over which one county has laid something.
  expect(new Set(everyStatement().map(({ version }) => version))).toEqual(new Set([...versions, '2026.3', '2026.3+10008.1']));
  for (const programme of everyStatement()) {
    expect(findProgramme(programme.id, programme.version)).toEqual(programme);
    for (const rule of programme.clocks.filter(({ escalate }) => escalate.length > 0))
      expect(steps.filter((one) => one.packVersion === programme.version && one.rule === rule.id).length, rule.id).toBeGreaterThanOrEqual(
        rule.escalate.length,
      );
  }
});
