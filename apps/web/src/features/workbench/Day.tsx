// My day by the hour: what was recorded, what is to come, a line for now; the next days after it; what passed without a record stands on top of the workbench. On a phone a list by time, and of a whole team's day too.
import { Link } from '@tanstack/react-router';
import { useMe } from '../../session/me.ts';
import { Badge } from '../../ui/Badge.tsx';
import { useNow } from '../../ui/now.ts';
import { PaneHead, Section } from '../../ui/Section.tsx';
import { caseName } from '../../words/case-name.ts';
import { formatDateLong, formatMoment, formatTime, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import styles from './Day.module.css';
import { hoursOf, isCrowded, layOut, minuteOf, whenOf } from './day-layout.ts';
import { NextStop } from './NextStop.tsx';
import { PlanFrom } from './PlanFrom.tsx';
import type { Planned, Recorded, Work } from './work.ts';

type Stop = (Planned & { what: 'plan' }) | (Recorded & { what: 'record' });

/** The column. @param plans whether the viewer has families of their own to plan for */
export function Day({ day, plans: mayPlan }: { day: Work['day']; plans: boolean }) {
  const now = useNow();
  const plans = day.planned.map((plan): Stop => ({ ...plan, what: 'plan' }));
  const stops: Stop[] = [
    ...plans.filter((plan) => whenOf(plan, now) === 'today'),
    ...day.recorded.map((one): Stop => ({ ...one, what: 'record' })),
  ];
  const { from, to } = hoursOf(stops, now);
  const placed = layOut(stops, from);
  const list = isCrowded(placed);
  const later = day.planned.filter((plan) => whenOf(plan, now) === 'later');
  const visits = stops.filter((stop) => stop.kind === 'visit').length;
  return (
    <section className={styles.column} aria-label={m.day_mine()}>
      <PaneHead
        title={m.day_today({ date: formatDateLong(new Date(now).toISOString(), false) })}
        note={m.day_counts({ visits, contacts: stops.length - visits })}
        // Something to press in every case: a day that scrolls is reached by the keyboard too.
        end={mayPlan ? <PlanFrom /> : <Link to="/cases?view=unit">{m.view_unit()}</Link>}
      />
      <ol className={styles.day} data-list={list || undefined} style={{ blockSize: (to - from) * 64 + 16 }} aria-label={m.day_mine()}>
        {Array.from({ length: to - from + 1 }, (_, index) => from + index).map((hour) => (
          <li key={`h${hour}`} className={styles.hour} style={{ insetBlockStart: (hour - from) * 64 + 8 }} aria-hidden="true">
            <span>{`${String(hour).padStart(2, '0')}:00`}</span>
          </li>
        ))}
        {placed.map(({ stop, top, height, lane, lanes }) => (
          <li
            key={stop.id}
            className={styles.stop}
            data-what={stop.what}
            data-beside={(!list && lanes > 1) || undefined}
            style={{
              insetBlockStart: (top * 64) / 60 + 9,
              blockSize: (height * 64) / 60 - 2,
              insetInlineStart: `calc(64px + (100% - 76px) * ${lane / lanes})`,
              inlineSize: `calc((100% - 76px) / ${lanes} - 2px)`,
            }}
          >
            <Stop stop={stop} now={now} beside={!list && lanes > 1} />
          </li>
        ))}
        <li className={styles.now} style={{ insetBlockStart: ((minuteOf(now) - from * 60) * 64) / 60 + 8 }} aria-hidden="true">
          <b>{formatTime(new Date(now).toISOString())}</b>
        </li>
      </ol>
      {stops.length === 0 && <p className={`${styles.none} i3`}>{m.day_none()}</p>}
      {later.length > 0 && <Rows title={m.day_later({ n: later.length })} rows={later} />}
      <NextStop day={day} />
    </section>
  );
}

function Stop({ stop, now, beside }: { stop: Stop; now: number; beside: boolean }) {
  const me = useMe();
  const word = useConceptWords();
  const set = stop.kind === 'visit' ? 'visitMethod' : 'contactMethod';
  const passed = stop.what === 'plan' && Date.parse(stop.at) + (stop.minutes ?? 30) * 60_000 < now;
  return (
    <>
      <span className={styles.head}>
        <span className={styles.time}>{formatTime(stop.at)}</span>
        <Link to={`/cases/${stop.caseId}`} className="el" title={`${word(stop.method, set)} ${caseName(stop)}`}>
          {/* Beside another there is room for the name alone. */}
          <span className={beside ? styles.wordy : undefined}>{word(stop.method, set)} </span>
          <b>{caseName(stop)}</b>
        </Link>
        {stop.what === 'record' ? (
          <span className={`i3 t-xs nw ${beside ? styles.wordy : ''}`}>
            {stop.outcome === 'met' ? m.day_recorded() : word(stop.outcome, 'meetingOutcome')}
          </span>
        ) : passed ? (
          <Badge tone="attention">{m.plan_passed_short()}</Badge>
        ) : null}
      </span>
      {stop.what === 'plan' && (
        <span className="el t-xs i2">
          {[stop.accountId === me.id ? '' : stop.account, stop.where?.value ?? '', stop.place ?? '', stop.note ?? '']
            .filter(Boolean)
            .join(m.clause_mark())}
        </span>
      )}
    </>
  );
}

function Rows({ title, rows }: { title: string; rows: readonly Planned[] }) {
  const word = useConceptWords();
  return (
    <>
      <Section as="h2" title={title} />
      <ul className={styles.rows}>
        {rows.map((plan) => (
          <li key={plan.id}>
            <span className="nw">{formatMoment(plan.at)}</span>
            <span className="el">
              <Link to={`/cases/${plan.caseId}`}>
                <b>{caseName(plan)}</b>
              </Link>{' '}
              {word(plan.method, plan.kind === 'visit' ? 'visitMethod' : 'contactMethod')}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
