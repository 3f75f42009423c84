// Of which rows may indicators speak? Each universe says what one row is and what its columns mean; analytics provides them as views of the same names.

import type { Label } from '../lang/label.ts';
import type { FactKind } from '../rules/check.ts';

/** A column of a universe. Every universe also has `id`, `county` and `district`. */
export type Column = { readonly kind: FactKind; readonly label: Label };

/** A universe of rows. */
export type Universe = { readonly row: Label; readonly kind: 'report' | 'case'; readonly columns: Readonly<Record<string, Column>> };

function column(kind: FactKind, zh: string, en: string): Column {
  return { kind, label: { zh, en } };
}

const place = { county: column('code', '縣市', 'county'), district: column('code', '行政區', 'district') };

/** All universes. */
export const universes = {
  report: {
    row: { zh: '一件通報', en: 'One report' },
    kind: 'report',
    columns: {
      ...place,
      channel: column('code', '來源管道', 'channel'),
      band: column('code', '風險等級', 'band'),
      outcome: column('code', '篩案結果', 'outcome at the desk'),
      receivedAt: column('instant', '受理時間', 'received'),
      handledAt: column('instant', '派案或結案於派案中心', 'dispatched or closed at the desk'),
      programmes: column('codes', '派入體系', 'programmes dispatched to'),
    },
  },
  case: {
    row: { zh: '一個個案自通報（或再開案）至結案', en: 'One course of a case, from its report (or reopening) to its end' },
    kind: 'case',
    columns: {
      ...place,
      programme: column('code', '服務體系', 'programme'),
      receivedAt: column('instant', '通報受理', 'report received'),
      acceptedAt: column('instant', '受案', 'accepted'),
      opening: column('code', '開案決定', 'opening decision'),
      openingDecidedAt: column('instant', '開案決定時間', 'opening decided'),
      openedAt: column('instant', '開案', 'opened'),
      closedAt: column('instant', '結案', 'closed'),
      closureReason: column('code', '結案原因', 'closure reason'),
      reopenedFor: column('code', '其後再開案原因', 'why it was reopened afterwards'),
      threeMonthsAt: column('instant', '服務滿三個月', 'three months of service reached'),
      sixMonthsAt: column('instant', '結案滿六個月', 'six months since closing'),
      reReportedAt: column('instant', '結案後首次再通報且成案', 'first report after closure that was substantiated'),
      protectionReportedAt: column('instant', '服務滿三個月後首次保護通報', 'first protection report after three months of service'),
    },
  },
  firstVisit: {
    row: { zh: '一個首訪時限', en: 'One first-visit clock' },
    kind: 'case',
    columns: {
      ...place,
      programme: column('code', '服務體系', 'programme'),
      rule: column('code', '時限', 'clock rule'),
      startedAt: column('instant', '起算', 'started'),
      dueAt: column('instant', '到期', 'due'),
      stoppedAt: column('instant', '完成', 'fulfilled'),
      cancelled: column('boolean', '到期前已免除', 'no longer owed when it fell due'),
      paused: column('boolean', '暫停中', 'standing still'),
    },
  },
} as const satisfies Record<string, Universe>;

/** Id of a universe. */
export type UniverseId = keyof typeof universes;
