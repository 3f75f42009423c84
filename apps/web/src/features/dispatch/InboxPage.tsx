// The unit's inbox: what was sent to us, by the clock; one of them open beside the list, to accept, to assign or to dispute once.
import { useState } from 'react';
import { Shown } from '../../client/Shown.tsx';
import { useChosen } from '../../frame/chosen.ts';
import { ListBeside, ListItem } from '../../frame/ListBeside.tsx';
import { useUrl } from '../../frame/url.ts';
import { may, useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { useWalk } from '../../ui/walk.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useDistrictWords, useLabel, useUnitWords } from '../../words/label.ts';
import styles from './Dispatch.module.css';
import { DispatchDetail } from './DispatchDetail.tsx';
import { OfferDetail } from './OfferDetail.tsx';
import { type DispatchRow, type DispatchStatus, type OfferRow, useInbox, useOffers } from './queries.ts';
import { dispatchStatusWord, inboxViewWord } from './words.ts';

const views = ['toAccept', 'disputed', 'accepted', 'open'] as const;
/** States in which somebody is waited for. */
const running: readonly DispatchStatus[] = ['sent', 'upheld', 'disputed'];

/** The inbox page. */
export function InboxPage() {
  const me = useMe();
  if (!may(me, 'case.accept'))
    return (
      <div className="page">
        <h1 className="vh">{m.room_inbox()}</h1>
        <NoPermission />
      </div>
    );
  return <Inbox />;
}

function Inbox() {
  const [url] = useUrl('view');
  const view = views.find((each) => each === url.view) ?? 'toAccept';
  const inbox = useInbox(view);
  const waits = view === 'toAccept' || view === 'open';
  const offers = useOffers(waits);
  // Until both are known nothing is chosen: the first of the list would not be the first.
  // What was just answered is still in the list until that is fresh: it is not chosen again meanwhile.
  const [answered, setAnswered] = useState('');
  const moves = waits ? (offers.data?.rows ?? []).filter((row) => row.id !== answered) : [];
  const rows: readonly { readonly id: string }[] = waits && offers.isLoading ? [] : [...moves, ...(inbox.data?.rows ?? [])];
  const { current, choose } = useChosen('dispatch', rows);
  useWalk(rows, current, (dispatch) => choose(dispatch, true));
  return (
    <ListBeside
      room={m.room_inbox()}
      chosen={current}
      chosenLabel={m.dispatch_detail()}
      onBack={() => choose(undefined)}
      list={
        <>
          <div className={styles.head}>
            <h1>{m.room_inbox()}</h1>
            <Segments
              label={m.room_inbox()}
              param="view"
              current={view}
              // Another part of the list begins with its own first.
              keeps={[]}
              tabs={views.map((each) => ({ id: each, label: inboxViewWord(each) }))}
            />
          </div>
          <Shown query={inbox}>
            {(data) =>
              data.rows.length === 0 && moves.length === 0 ? (
                <Empty title={m.inbox_empty()}>{m.inbox_empty_more()}</Empty>
              ) : (
                <ul>
                  {moves.map((row) => (
                    <OfferItem key={row.id} row={row} on={row.id === current} />
                  ))}
                  {data.rows.map((row) => (
                    <InboxItem key={row.id} row={row} on={row.id === current} />
                  ))}
                </ul>
              )
            }
          </Shown>
        </>
      }
    >
      {moves.some((row) => row.id === current) ? (
        <OfferDetail
          key={current}
          moveId={current}
          onAnswered={() => {
            setAnswered(current);
            choose(undefined, true);
          }}
        />
      ) : (
        current !== answered && <DispatchDetail key={current} dispatchId={current} />
      )}
    </ListBeside>
  );
}

function OfferItem({ row, on }: { row: OfferRow; on: boolean }) {
  const unitWord = useUnitWords();
  const district = useDistrictWords();
  const label = useLabel();
  return (
    <ListItem param="dispatch" id={row.id} on={on} className={styles.item}>
      {row.answerDue ? <Clock start={row.sentAt} due={row.answerDue} /> : <span />}
      <span className={styles.marks}>
        <Badge tone="teal">{m.move()}</Badge>
        <Ladder band={row.band} />
      </span>
      <span className={`${styles.title} el`}>
        {row.title ?? m.unnamed()}·{label(row.programmeLabel)}
      </span>
      <span className={`${styles.meta} el`}>
        {[district(row.districtName), row.number, unitWord(row.fromUnit)].filter(Boolean).join('·')}
      </span>
    </ListItem>
  );
}

function InboxItem({ row, on }: { row: DispatchRow; on: boolean }) {
  const unitWord = useUnitWords();
  const district = useDistrictWords();
  const label = useLabel();
  const own = useMe().unit?.id;
  return (
    <ListItem param="dispatch" id={row.id} on={on} className={styles.item}>
      <Clock
        start={row.sentAt}
        due={row.status === 'disputed' && row.arbiterDue ? row.arbiterDue : row.acceptDue}
        stoppedAt={running.includes(row.status) ? null : row.sentAt}
      />
      <span className={styles.marks}>
        {row.toldAs && <Badge tone="teal">{row.toldAs === 'case' ? m.told_as_case() : m.told_as_report()}</Badge>}
        {row.status !== 'sent' && <Badge>{dispatchStatusWord(row.status)}</Badge>}
        {row.grade && <Badge tone={row.grade === 'L1' ? 'urgent' : undefined}>{row.grade === 'L1' ? m.grade_1() : m.grade_2()}</Badge>}
        <Ladder band={row.band} />
      </span>
      <span className={`${styles.title} el`}>
        {row.title ?? m.unnamed()}·{label(row.programmeLabel)}
      </span>
      <span className={`${styles.meta} el`}>
        {[district(row.districtName), row.reportNumber, row.unitId === own ? null : unitWord(row.unitName)].filter(Boolean).join('·')}
      </span>
      {/* The time to accept is cut by it: say what for. */}
      {row.firstDuty && row.firstDuty.due <= row.acceptDue && (
        <span className={`${styles.meta} el`}>
          {m.duty_before({ duty: label(row.firstDuty.label), time: formatMoment(row.firstDuty.due) })}
        </span>
      )}
    </ListItem>
  );
}
