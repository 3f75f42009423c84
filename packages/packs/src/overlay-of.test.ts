import { expect, it } from 'vitest';
import { everyStatement, findProgramme, overlaidCounties, programmesFor } from './catalog.ts';
import { overlayOf } from './overlay-of.ts';

it('cases stay with the overlay to which they are pinned when the county makes a newer one', () => {
  const one = { county: '1', programme: 'p', changes: [] };
  const overlays = [
    { ...one, version: '1' },
    { ...one, programme: 'q', version: '7' },
    { ...one, version: '2' },
  ];
  expect(overlayOf(overlays, 'p')?.version).toBe('2');
  expect(overlayOf(overlays, 'p', '1')?.version).toBe('1');
  expect(overlayOf(overlays, 'p', '3')).toBeUndefined();
});

it('every statement to which a case may be pinned is found again, also that of before a county had an overlay', () => {
  for (const one of everyStatement()) expect(findProgramme(one.id, one.version), one.version).toEqual(one);
  for (const county of overlaidCounties)
    for (const one of programmesFor(county)) expect(everyStatement().map(({ version }) => version)).toContain(one.version);
});
