// What the worklist says a clock began with.
import { programmeFor } from '@anwang/packs';
import { expect, test } from 'vitest';
import { countyA } from '../../testing/arrange.ts';
import { startOf } from './why-now.ts';

const partner = programmeFor('intimate-partner-violence', countyA)!;
const begun = (id: string, instance: string) => startOf(partner.clocks.find((one) => one.id === id)!, instance);

test('a clock that is asked once a case began again with the reopening, a regular one with the visit before', () => {
  expect(begun('ipv-contact-high', '')).toBe('caseDispatched');
  expect(begun('ipv-contact-high', '#2')).toBe('caseReopened');
  expect(begun('ipv-open', '#2')).toBe('caseReopened');
  expect(begun('decide-opening', '#2')).toBe('openingProposed');
  expect(begun('visit-rhythm', '#2')).toBe('visitRecorded');
});
