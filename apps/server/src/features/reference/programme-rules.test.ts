import { programmes } from '@anwang/packs';
import { expect, test } from 'vitest';
import { programmeRules } from './programme-rules.ts';

test('a county’s shorter limit stands beside the nation’s with its reason, and what it added is named', () => {
  const city = programmeRules('intimate-partner-violence', '64000');
  const clock = city?.clocks.find((one) => one.id === 'ipv-contact');
  expect(clock).toMatchObject({
    limit: { amount: 2, kind: 'workingDays' },
    national: { amount: 3, kind: 'workingDays' },
    basis: { why: { zh: '本市高危機會議決議', en: "Decided by the city's high-risk meeting" } },
  });
  expect(city?.added).toEqual([{ to: 'services', what: { code: 'policeEscort', label: { zh: '警察護送', en: 'Police escort' } } }]);
  const elsewhere = programmeRules('intimate-partner-violence', '66000');
  expect([elsewhere?.added, elsewhere?.clocks.filter((one) => one.national !== null)]).toEqual([[], []]);
  expect(programmeRules('nonsense', '64000')).toBeNull();
});

test('every programme is told with a ground and a mark for each of its clocks', () => {
  for (const { id } of programmes)
    for (const county of ['64000', '10008', ''])
      for (const clock of programmeRules(id, county)?.clocks ?? [])
        expect([clock.basis.text.length > 0, clock.basis.mark], clock.id).toEqual([true, expect.stringMatching(/^(V(-\w+)?|S|M|D)$/)]);
});
