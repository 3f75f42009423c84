// Kaohsiung City's changes. A southern special municipality with a central desk of its own; what it tightens is a demonstration of the overlay, not a
// statement about the real city's rules [D].

import type { Overlay } from '@anwang/core/programs';
import { when } from '@anwang/core/rules';
import type { DeskOverlay } from '@anwang/core/screening';
import { basis, label } from '../../shared/write.ts';

/** The county's id at the ministry of the interior. */
export const county = '64000';

/** Changes to programmes. */
export const overlays: readonly Overlay[] = [
  {
    county,
    version: '1',
    programme: 'intimate-partner-violence',
    changes: [
      {
        kind: 'tightenClock',
        clock: 'ipv-contact',
        limit: { amount: 2, kind: 'workingDays' },
        why: label('本市高危機會議決議', "Decided by the city's high-risk meeting"),
      },
      { kind: 'addCode', list: 'services', code: { code: 'policeEscort', label: label('警察護送', 'Police escort') } },
    ],
  },
  {
    county,
    version: '1',
    programme: 'vulnerable-family',
    changes: [{ kind: 'addCode', list: 'services', code: { code: 'foodBank', label: label('實物銀行領取', 'Food bank') } }],
  },
];

/** Changes to the desk: every report of high risk is looked at twice. */
export const deskOverlay: DeskOverlay = {
  county,
  version: '1',
  changes: [
    {
      kind: 'addReviewRule',
      rule: {
        id: 'kh-high',
        label: label('高風險一律複核', 'High risk is always reviewed'),
        basis: basis('本市派案規定', 'D'),
        when: when('band', 'in', ['extreme', 'high']),
      },
    },
  ],
};
