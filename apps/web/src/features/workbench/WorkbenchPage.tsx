// The workbench: what is due for me by the nearest clock, the clocks on one axis, changes in my families, what others still owe me, my load.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { usePulse } from '../../frame/pulse.ts';
import { roomsOf } from '../../frame/rooms.ts';
import { useUrl } from '../../frame/url.ts';
import { TakenReports } from '../../reports/TakenReports.tsx';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useKeys } from '../../ui/keys.ts';
import { useNow } from '../../ui/now.ts';
import { PaneHead, Section } from '../../ui/Section.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Empty } from '../../ui/states.tsx';
import { Segments } from '../../ui/TabBar.tsx';
import { byCaseName, caseName } from '../../words/case-name.ts';
import { formatMoment, m } from '../../words/index.ts';
import { Changes } from './Changes.tsx';
import { ClockAxis } from './ClockAxis.tsx';
import { ClocksTold } from './ClocksTold.tsx';
import { Day } from './Day.tsx';
import { DeskWaits } from './DeskWaits.tsx';
import { Drafts } from './Drafts.tsx';
import { DueRow, goTo } from './DueRow.tsx';
import { InboxWaits } from './InboxWaits.tsx';
import { Load } from './Load.tsx';
import { LogToday } from './LogToday.tsx';
import { nearDays, nearDue } from './near-due.ts';
import { PairsToDecide } from './PairsToDecide.tsx';
import { PlansPassed } from './PlansPassed.tsx';
import { RecoveriesWait } from './RecoveriesWait.tsx';
import { ReferralsToAnswer } from './ReferralsToAnswer.tsx';
import { Reviews } from './Reviews.tsx';
import { Standing } from './Standing.tsx';
import { SupportsTold } from './SupportsTold.tsx';
import { SupportWaits } from './SupportWaits.tsx';
import { TeamLoad } from './TeamLoad.tsx';
import { ToArrange } from './ToArrange.tsx';
import { Waiting } from './Waiting.tsx';
import styles from './Workbench.module.css';
import type { Work } from './work.ts';

/** The start page of everybody; whoever works on no case finds the rooms and what waits in them. */
export function WorkbenchPage() {
  const me = useMe();
  const work = useQuery({
    queryKey: ['cases', 'worklist'],
    queryFn: () => api.cases.worklist({}),
    enabled: may(me, 'case.record'),
    // Somebody may need support: the day is asked for as often as the notices are.
    refetchInterval: 30_000,
  });
  if (me.actions.length === 0)
    return (
      <div className="page">
        <h1>{m.hello({ name: me.name })}</h1>
        <Empty title={m.no_role()}>{m.no_role_more()}</Empty>
      </div>
    );
  if (!may(me, 'case.record')) return <Rooms />;
  return <Shown query={work}>{(data) => <Bench work={data} />}</Shown>;
}

function Rooms() {
  const me = useMe();
  const { counts, deadline } = usePulse();
  const desk = may(me, 'report.screen', 'report.review');
  return (
    <div className="page">
      <h1>{m.hello({ name: me.name })}</h1>
      {may(me, 'support.told') && <SupportsTold />}
      <ul className={styles.rooms}>
        {roomsOf(me)
          .filter((room) => room.to !== '/')
          .map((room) => (
            <li key={room.to}>
              <Link to={room.to}>
                <Icon name={room.icon} />
                <b>{room.name()}</b>
                <span className="i2 t-s">{counts[room.to] ? m.room_waiting({ n: counts[room.to] ?? 0 }) : ''}</span>
              </Link>
            </li>
          ))}
      </ul>
      {deadline && !desk && (
        <p className="row wrap">
          <span className="i3">{m.nearest_deadline()}</span>
          <Clock start={deadline.start} due={deadline.due} layout="inline" />
          <Link to={deadline.to}>{deadline.name}</Link>
        </p>
      )}
      <DeskWaits />
      {/* What must be done stands before what is to be known. */}
      <Reviews />
      <RecoveriesWait />
      {may(me, 'person.link') && !desk && <PairsToDecide />}
      {may(me, 'audit.read') && <LogToday />}
      {may(me, 'report.create') && !desk && <TakenReports />}
      {may(me, 'admin.routes') && <ToArrange />}
      {may(me, 'clock.told') && <ClocksTold />}
      {may(me, 'measure.read') && <Standing />}
      <ReferralsToAnswer />
    </div>
  );
}

function Bench({ work }: { work: Work }) {
  const me = useMe();
  const leads = work.team.length > 0;
  // Whoever has nothing but what others ask of them, a partner, finds it where work is looked for.
  const asked = may(me, 'referral.answer') && !leads;
  const now = useNow();
  const navigate = useNavigate();
  const [url] = useUrl('order');
  const [cursor, setCursor] = useState(0);
  const [all, setAll] = useState(false);
  const near = useMemo(() => nearDue(work.due, now), [work.due, now]);
  const later = work.due.length - near.length;
  const shown = all ? work.due : near;
  const due = useMemo(() => (url.order === 'family' ? shown.toSorted(byCaseName) : shown), [shown, url.order]);
  const overdue = work.due.filter((each) => Date.parse(each.due) <= now).length;
  const today = work.due.filter((each) => Date.parse(each.due) > now && Date.parse(each.due) < now + 86_400_000).length;
  const keys = [
    { key: 'j', does: m.key_down(), run: () => setCursor((at) => Math.min(at + 1, due.length - 1)) },
    { key: 'k', does: m.key_up(), run: () => setCursor((at) => Math.max(at - 1, 0)) },
    { key: 'Enter', does: m.open(), run: () => due[cursor] && void navigate({ to: goTo(due[cursor]) }) },
  ];
  useKeys(keys);
  return (
    <div className={styles.bench}>
      <div className={styles.top}>
        <SupportWaits supports={work.supports} />
        <PlansPassed day={work.day} />
      </div>
      <section className={`${styles.column} ${styles.main}`} aria-label={m.due_now()}>
        <PaneHead
          level={1}
          title={m.due_now()}
          note={
            <>
              {/* Of what others ask a section of its own says how much there is. */}
              {asked && due.length === 0 ? '' : work.more ? m.due_count_more({ n: work.due.length }) : m.due_count({ n: work.due.length })}
              {overdue > 0 && (
                <span className="in ovd">
                  {m.clause_mark()}
                  <Shape meaning="overdue" />
                  <b>
                    {m.meaning_overdue()} {work.more && overdue === work.due.length ? m.at_least({ n: overdue }) : overdue}
                  </b>
                </span>
              )}
              {today > 0 && (
                <span className="in urg">
                  {m.clause_mark()}
                  <Shape meaning="urgent" />
                  <b>{m.due_today({ n: today })}</b>
                </span>
              )}
            </>
          }
          end={
            <Segments
              label={m.order()}
              param="order"
              current={url.order ?? 'time'}
              tabs={[
                { id: 'time', label: m.order_time() },
                { id: 'family', label: m.order_family() },
              ]}
            />
          }
        />
        {due.length === 0 &&
          (asked ? (
            <ReferralsToAnswer none={<Empty title={m.due_none()}>{m.due_none_more()}</Empty>} />
          ) : (
            <Empty title={m.due_none()}>{m.due_none_more()}</Empty>
          ))}
        <ul className={styles.due}>
          {due.map((each, index) => (
            <DueRow key={`${each.caseId}-${each.rule}`} each={each} here={index === cursor} />
          ))}
        </ul>
        {later > 0 && (
          <p className="pad">
            <Button tone="bare" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? m.due_later_hide() : m.due_later({ n: later, days: nearDays })}
            </Button>
          </p>
        )}
        {work.more && (all || later === 0) && (
          <p className="pad">
            <Link to={work.load.whose === 'own' ? '/cases?view=mine' : '/cases?view=unit'}>{m.due_more()}</Link>
          </p>
        )}
        {due.length > 0 && (
          <>
            <Section
              as="h2"
              title={m.clock_axis()}
              note={m.clock_axis_note({ n: Math.min(due.length, 8) })}
              end={
                work.load.whose === 'own' ? (
                  <Link to="/cases?view=mine">{m.view_mine()}</Link>
                ) : (
                  <Link to="/cases?view=unit">{m.view_unit()}</Link>
                )
              }
            />
            <ClockAxis due={due.slice(0, 8)} />
          </>
        )}
        <Load load={work.load} />
      </section>
      <Day day={work.day} plans={!leads} />
      <section className={styles.column} aria-label={m.changes()}>
        {/* What must be done stands before what is to be known; the reviews of emergencies have the shortest clock. */}
        <Reviews />
        <RecoveriesWait />
        <InboxWaits />
        {work.approvals.length > 0 && (
          <>
            <Section as="h2" title={m.approvals({ n: work.approvals.length })} />
            <ul className={styles.changes}>
              {work.approvals.map((each) => (
                <li key={`${each.caseId}-${each.kind}`}>
                  <Icon name="check" />
                  <span>
                    <Link to={`/cases/${each.caseId}`}>
                      <b>{caseName(each)}</b>
                    </Link>{' '}
                    {approvalWord(each.kind)}
                  </span>
                  <span />
                  <span className="i3 t-xs">
                    {each.proposedBy}
                    {m.clause_mark()}
                    {formatMoment(each.proposedAt)}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        {!(asked && due.length === 0) && <ReferralsToAnswer />}
        {!leads && <Changes changes={work.changes} />}
        <Waiting waiting={work.waiting} />
        <Drafts drafts={work.drafts} />
        <TeamLoad team={work.team} />
        {leads && <Changes changes={work.changes} />}
      </section>
    </div>
  );
}

function approvalWord(kind: string): string {
  const words: Record<string, string> = {
    opening: m.approval_opening(),
    shortTerm: m.approval_shortTerm(),
    notOpened: m.approval_notOpened(),
    closing: m.approval_closing(),
    closure: m.approval_closing(),
    transfer: m.approval_transfer(),
    move: m.approval_move(),
    plan: m.approval_plan(),
  };
  return words[kind] ?? kind;
}
