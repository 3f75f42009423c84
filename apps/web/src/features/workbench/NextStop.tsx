// Where I go next: when, whom, where, who goes along, and what was said for safety.
import { Link } from '@tanstack/react-router';
import { useMe } from '../../session/me.ts';
import { buttonClass } from '../../ui/Button.tsx';
import { useNow } from '../../ui/now.ts';
import { Section } from '../../ui/Section.tsx';
import { caseName } from '../../words/case-name.ts';
import { contactWord } from '../../words/contact.ts';
import { Heed } from '../../words/Heed.tsx';
import { formatMoment, formatTime, m } from '../../words/index.ts';
import { useConceptWords } from '../../words/label.ts';
import styles from './Day.module.css';
import { whenOf } from './day-layout.ts';
import { recordOf, type Work } from './work.ts';

/** How long after its moment a stop is still the next one: one is late, and it is not recorded at the door. */
const underWay = 90 * 60_000;

/** The foot of the day; nothing where nothing is to come. */
export function NextStop({ day }: { day: Work['day'] }) {
  const me = useMe();
  const now = useNow();
  const word = useConceptWords();
  const next = day.planned.find((plan) => (plan.goes || plan.along.includes(me.name)) && Date.parse(plan.at) + underWay > now);
  if (next === undefined) return null;
  const when = whenOf(next, now) === 'today' ? formatTime(next.at) : formatMoment(next.at);
  const where = [next.where ? `${contactWord(next.where.kind)} ${next.where.value ?? ''}` : '', next.place ?? '']
    .filter(Boolean)
    .join(m.clause_mark());
  return (
    <section className={styles.next} aria-label={m.next_stop()}>
      <Section
        as="h2"
        title={m.next_stop()}
        note={`${when} ${caseName(next)}`}
        end={<Link to={`/cases/${next.caseId}`}>{m.open()}</Link>}
      />
      <div className={styles.stopFacts}>
        <p>
          {word(next.method, next.kind === 'visit' ? 'visitMethod' : 'contactMethod')} {next.whom.join(m.list_mark())}
        </p>
        {where && <p className="i2">{where}</p>}
        {next.along.length > 0 && <p className="i2">{m.plan_goes_along({ names: [next.account, ...next.along].join(m.list_mark()) })}</p>}
        {next.note && <p className="i2">{next.note}</p>}
        <Heed warnings={next.warnings} safety={next.safety} />
        {next.goes && (
          <Link to={recordOf(next)} className={buttonClass('plain', 'small')}>
            {m.plan_record()}
          </Link>
        )}
      </div>
    </section>
  );
}
