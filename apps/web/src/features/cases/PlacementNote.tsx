// Children kept away from home, on top of the case: who, since when, by when the court is to be asked, who was told, and what can be done next. Where is one press away, in a view
// of the child alone. Also that a child was found unsafe and nothing has been done yet.
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Case.module.css';
import { useCaseWords } from './case-words.ts';
import type { Workspace } from './queries.ts';

type Placement = Workspace['placements'][number];
type Start = (act: string, person: string) => void;

/** The clock that a result of unsafe starts. */
const protectToday = 'protect-today';

const phaseWord = (phase: Placement['phase']): string =>
  ({
    emergency: m.placement_emergency(),
    asked: m.placement_asked(),
    continued: m.placement_continued(),
    mustEnd: m.placement_must_end(),
  })[phase];

const askWord = (what: NonNullable<Placement['next']>): string =>
  ({ continue: m.placement_ask_continue(), extend: m.placement_ask_extend(), appeal: m.placement_ask_appeal() })[what];

/** Whom the authority still has to tell. */
function untold({ told, notTold }: Placement): string[] {
  return [
    told.court === null ? m.placement_court() : '',
    told.police === null ? m.placement_police() : '',
    told.guardian === null && notTold === null ? m.placement_guardian() : '',
  ].filter(Boolean);
}

const nameOf = (one: Workspace, person: string): string => one.members.find((each) => each.personId === person)?.name ?? m.unnamed();

function Line({ one, placement, onStart }: { one: Workspace; placement: Placement; onStart: Start }) {
  const label = useLabel();
  const word = useCaseWords(one);
  const { personId, phase, due, next, until, asked } = placement;
  const missing = untold(placement);
  const may = (type: string) => one.allowed.some((each) => each.type === type);
  const act = (type: string, words: string, primary = false) =>
    may(type) && (
      <Button size="small" tone={primary ? 'primary' : undefined} onClick={() => onStart(type, personId)}>
        {words}
      </Button>
    );
  return (
    <div data-taken={phase === 'continued' || phase === 'asked' ? true : undefined}>
      <Shape meaning={phase === 'continued' || phase === 'asked' ? 'attention' : 'urgent'} />
      <div>
        <p>
          <b>
            {nameOf(one, personId)} {phaseWord(phase)}
          </b>{' '}
          {m.placement_since({ time: formatMoment(placement.begunAt), kind: word(placement.kind, 'kind') })}
          {until && `${m.clause_mark()}${m.placement_until({ day: formatDate(until) })}`}
        </p>
        <p>
          {asked ? m.placement_waits({ what: askWord(asked.what), time: formatMoment(asked.at) }) : ''}
          {due && (
            <>
              {label(due.label)} <Clock start={due.start} due={due.due} layout="inline" />
            </>
          )}
        </p>
        {missing.length > 0 && <p>{m.placement_untold({ who: missing.join(m.list_mark()) })}</p>}
      </div>
      <span className="row wrap" data-print="no">
        {next && act('askCourt', askWord(next), true)}
        {asked && act('recordRuling', m.placement_ruling(), true)}
        {missing.length > 0 && act('tellPlacement', m.placement_tell())}
        {act('endPlacement', m.placement_end())}
      </span>
    </div>
  );
}

/** The latest result of each present child who was found unsafe and is at home still. */
function unsafeAtHome(one: Workspace): string[] {
  if (!one.clocks.some((clock) => clock.rule === protectToday && clock.stoppedAt === null)) return [];
  const latest = new Map<string, string | null>();
  for (const { subjectPersonId: person, instrument, band } of one.assessments)
    if (person !== null && instrument === 'sdm-safety' && !latest.has(person)) latest.set(person, band);
  const here = (person: string) => one.members.some((each) => each.personId === person && each.until === null);
  return [...latest].flatMap(([person, band]) =>
    band === 'unsafe' && here(person) && !one.placements.some((each) => each.personId === person) ? [person] : [],
  );
}

/** The lines; nothing where no child is in placement and none is owed protection today. */
export function PlacementNote({ one, onStart }: { one: Workspace; onStart: Start }) {
  const unsafe = unsafeAtHome(one);
  const owed = one.clocks.find((clock) => clock.rule === protectToday && clock.stoppedAt === null);
  if (one.placements.length === 0 && unsafe.length === 0)
    // A partner to whom the case is shared learns that a child is not at home, and nothing else.
    return one.placed > 0 ? (
      <p className={styles.transfer} role="status">
        <Badge tone="attention">{m.placed_n({ n: one.placed })}</Badge>
      </p>
    ) : null;
  return (
    <section className={styles.support} aria-label={m.placements()}>
      {unsafe.map((person) => (
        <div key={person}>
          <Shape meaning="urgent" />
          <div>
            <p>
              <b>{m.unsafe_today({ name: nameOf(one, person) })}</b>{' '}
              {owed?.due && <Clock start={owed.start} due={owed.due} layout="inline" />}
            </p>
            <p>{m.unsafe_today_more()}</p>
          </div>
          <span className="row wrap" data-print="no">
            {one.allowed.some((each) => each.type === 'placeChild') && (
              <Button tone="primary" size="small" onClick={() => onStart('placeChild', person)}>
                {m.placement_begin()}
              </Button>
            )}
          </span>
        </div>
      ))}
      {one.placements.map((each) => (
        <Line key={each.id} one={one} placement={each} onStart={onStart} />
      ))}
    </section>
  );
}
