// A referral as its receiver sees it: what was sent, field by field in words, and why; nothing else of the case.

import type { OutputOf } from '@anwang/contract';
import { programmes } from '@anwang/packs';
import type { listReferrals } from '@anwang/store/casework';
import { referralFields } from '../../casework/choices.ts';
import { type ReferralPackage, readPackage } from '../../casework/referral-package.ts';
import { asReferral, both } from '../../casework/words.ts';

type Row = Omit<Awaited<ReturnType<typeof listReferrals>>[number], 'from_en'>;
type Listed = OutputOf<'referrals', 'list'>['rows'][number];
type Sent = OutputOf<'referrals', 'one'>['fields'];

/** The row of a list. */
export function referralRow(row: Row): Listed {
  const { programme, fields } = readPackage(row.content);
  const known = programmes.find((one) => one.id === programme);
  return {
    id: row.id,
    need: row.need,
    name: fields.name ?? null,
    fromUnit: row.from_zh,
    programmeLabel: both(known?.label ?? { zh: programme ?? '—' }),
    status: asReferral(row.status),
    sentAt: row.sent_at,
    answerDue: row.answer_due,
    firstDue: row.first_due,
    version: row.version,
  };
}

/** The fields that were sent, in words. */
export function sentFields(sent: ReferralPackage): Sent {
  return referralFields.flatMap((field) => {
    const value = sent.fields[field.code];
    return value === undefined ? [] : [{ field: field.code, label: field.label, value }];
  });
}

const shape = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where the next page begins; a cursor that is not ours begins at the start. */
export function referralCursor(cursor: string | undefined): { at: string; id: string } | undefined {
  const parts = cursor === undefined ? null : shape.exec(cursor);
  return parts === null ? undefined : { at: parts[1] ?? '', id: parts[2] ?? '' };
}

/** The clock rules that an answer fulfils, in any programme: those kept per referral. */
export function stoppedByAnswer(): string[] {
  return [
    ...new Set(programmes.flatMap((programme) => programme.clocks.filter((clock) => clock.key === 'referral').map((clock) => clock.id))),
  ];
}
