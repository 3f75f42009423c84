// How a case stands between two counties: said above everything else of the case, since it tells who is responsible.
import { Link } from '@tanstack/react-router';
import { Badge } from '../../ui/Badge.tsx';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import { useConceptWords, useLabel, useUnitWords } from '../../words/label.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

type Transfer = NonNullable<Workspace['transfer']>;

/** The stand of a transfer in one sentence. */
function useStand(): (transfer: Transfer) => string {
  const label = useLabel();
  const word = useConceptWords();
  const unitWord = useUnitWords();
  return (transfer) => {
    const county = transfer.county ? label(transfer.county) : m.transfer_elsewhere();
    const at = transfer.answeredAt ? formatMoment(transfer.answeredAt) : '';
    switch (transfer.status) {
      case 'proposed':
        return m.transfer_proposed({ county });
      case 'sentBack':
        return m.transfer_sent_back({ county, at });
      case 'sent':
        return transfer.number
          ? m.transfer_sent({ county, number: transfer.number, at: transfer.sentAt ? formatMoment(transfer.sentAt) : '' })
          : m.transfer_told({ letter: transfer.letter ?? '', at: transfer.sentAt ? formatMoment(transfer.sentAt) : '' });
      case 'returned':
        return m.transfer_returned({ county, at, reason: word(transfer.returned ?? '', 'transferReturnReason') });
      case 'withdrawn':
        if (transfer.returned === null) return m.transfer_taken_back({ county, at });
        return m.transfer_withdrawn({ county, at, reason: word(transfer.returned ?? '', 'transferWithdrawReason') });
      case 'accepted':
        return m.transfer_accepted({ who: transfer.unitName ? `${county} ${unitWord(transfer.unitName)}` : county, at });
    }
  };
}

/** Where what was said tells the worker here what to do next. */
const goesOnHere: readonly Transfer['status'][] = ['sentBack', 'returned', 'withdrawn'];

/** The notes of a case that moves, or has come from elsewhere. */
export function TransferNotes({ one }: { one: Workspace }) {
  const label = useLabel();
  const stand = useStand();
  const { transfer, takenOver } = one;
  if (!transfer && !takenOver) return null;
  return (
    <div className={styles.transfer}>
      {takenOver && (
        <p>
          <Badge tone="teal">{m.taken_over()}</Badge>{' '}
          {m.taken_over_from({ county: label(takenOver.county), number: takenOver.number, at: formatMoment(takenOver.at) })}{' '}
          <Link to="." search={(before: Record<string, unknown>) => ({ ...before, report: takenOver.reportId })}>
            {m.taken_over_read()}
          </Link>
        </p>
      )}
      {transfer && (
        <>
          <p>
            <Badge tone={transfer.status === 'returned' ? 'attention' : 'teal'}>{m.transfer()}</Badge> {stand(transfer)}
          </p>
          {transfer.note && goesOnHere.includes(transfer.status) && <p className={styles.said}>{transfer.note}</p>}
        </>
      )}
    </div>
  );
}

/** What the second person decides on: who moves where, why and since when, and what was written for whoever goes on. */
export function TransferProposed({ one }: { one: Workspace }) {
  const label = useLabel();
  const word = useConceptWords();
  const { transfer } = one;
  if (!transfer) return null;
  const referrals = one.referrals.filter((each) => each.status === 'sent' || each.status === 'accepted').length;
  const shares = one.shares.filter((each) => !each.ended).length;
  const names = one.members.filter((each) => transfer.personIds.includes(each.personId)).map((each) => each.name ?? m.unnamed());
  const stay = one.members
    .filter((each) => each.until === null && !transfer.personIds.includes(each.personId))
    .map((each) => each.name ?? m.unnamed());
  return (
    <section className={styles.proposed} aria-label={m.proposal_waiting()}>
      <dl className={styles.facts}>
        <dt>{m.transfer_to()}</dt>
        <dd>{transfer.county ? label(transfer.county) : m.transfer_elsewhere()}</dd>
        <dt>{m.transfer_reason()}</dt>
        <dd>{word(transfer.reason, 'transferReason')}</dd>
        <dt>{m.transfer_since()}</dt>
        <dd>{transfer.since ? formatDate(transfer.since) : m.unknown()}</dd>
        <dt>{m.transfer_who()}</dt>
        <dd>{names.join(m.list_mark())}</dd>
        {stay.length > 0 && (
          <>
            <dt>{m.transfer_stay()}</dt>
            <dd>{stay.join(m.list_mark())}</dd>
          </>
        )}
        <dt>{m.transfer_address()}</dt>
        <dd>{transfer.addressGiven ? m.transfer_address_given() : <b className="att">{m.transfer_address_lacking()}</b>}</dd>
        {transfer.safety && (
          <>
            <dt>{m.transfer_safety()}</dt>
            <dd className={styles.said}>{transfer.safety}</dd>
          </>
        )}
        {transfer.county && (
          <>
            <dt>{m.transfer_along()}</dt>
            <dd>{m.transfer_along_what()}</dd>
          </>
        )}
        {referrals + shares > 0 && (
          <>
            <dt>{m.transfer_ends()}</dt>
            <dd>{m.transfer_ends_what({ referrals, shares })}</dd>
          </>
        )}
      </dl>
      {transfer.summary && <p className={styles.said}>{transfer.summary}</p>}
    </section>
  );
}
