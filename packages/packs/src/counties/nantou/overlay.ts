// Nantou County's changes. Small and mountainous: the first visit to a family with a small child is a week instead of ten days, journeys are recorded,
// service in an indigenous language is asked for, and a report after a disaster is raised. A demonstration of the overlay, not the real county's rules [D].

import type { Overlay } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import type { DeskOverlay } from '@anwang/core/screening';
import { clock, opened } from '../../shared/clocks.ts';
import { field } from '../../shared/forms.ts';
import { basis, label } from '../../shared/write.ts';

/** The county's id at the ministry of the interior. */
export const county = '10008';

/** Changes to programmes. */
export const overlays: readonly Overlay[] = [
  {
    county,
    version: '1',
    programme: 'vulnerable-family',
    changes: [
      {
        kind: 'tightenClock',
        clock: 'vf-visit',
        limit: { amount: 7, kind: 'calendarDays' },
        why: label('山區道路易中斷，提早首訪', 'Mountain roads are often cut off: visit earlier'),
      },
      {
        kind: 'addClock',
        clock: clock({
          id: 'nt-road-check',
          kind: 'county',
          label: { zh: '災後平安確認', en: 'Safety call after opening' },
          basis: basis('本縣山區服務規定', 'D'),
          starts: opened,
          stops: { types: ['contactRecorded', 'visitRecorded'], where: when('outcome', 'eq', 'met') },
          limit: { amount: 3, kind: 'calendarDays' },
        }),
      },
      {
        kind: 'addField',
        form: 'visit',
        section: 'meeting',
        field: field('travelMinutes', 'integer', 'county.travelMinutes', '到府車程（分）', 'Travel time in minutes', { min: 0, max: 600 }),
      },
      {
        kind: 'addField',
        form: 'vf-report',
        section: 'family',
        field: field(
          'indigenousLanguage',
          'yesNo',
          'county.indigenousLanguage',
          '需要族語服務',
          'Needs service in an indigenous language',
          { required: true },
        ),
      },
      { kind: 'addCode', list: 'closureReasons', code: { code: 'seasonalMove', label: { zh: '季節性遷居下山' } } },
      { kind: 'raiseVisits', level: 'low', visitsPerMonth: 1 },
    ],
  },
  {
    county,
    version: '1',
    programme: 'child-protection',
    changes: [
      {
        kind: 'tightenClock',
        clock: 'inv-child-L2',
        limit: { amount: 20, kind: 'calendarDays' },
        why: label('縣內資源盤點需要時間', 'Finding resources in the county takes time'),
      },
      {
        kind: 'addRequirement',
        action: 'proposeClosure',
        requirement: {
          id: 'nt-two-visits',
          label: { zh: '結案前三個月內須有兩次面訪' },
          condition: when('visits.faceToFace', 'gte', 2),
          basis: basis('本縣結案規定', 'D'),
        },
      },
    ],
  },
];

/** Changes to the desk. */
export const deskOverlay: DeskOverlay = {
  county,
  version: '1',
  changes: [
    { kind: 'tightenLimit', limit: 'triage-medium', to: { amount: 8, kind: 'hours' } },
    {
      kind: 'addTriageRule',
      rule: {
        id: 'nt-remote-child',
        label: label('偏遠地區幼兒', 'A small child in a remote place'),
        basis: basis('本縣派案規定', 'D'),
        when: { all: [when('youngestAge', 'lte', 3), when('needs', 'has', ['VF4'])] },
        band: 'high',
        urgency: 'urgent',
        outcome: 'accept',
        lines: [{ programme: 'vulnerable-family' }],
      },
    },
  ],
};
