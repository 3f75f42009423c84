// What may be done now, by kind, and folded what may not with the reason and when it opens: the same reading as on the server, shown, not repeated.
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Section } from '../../ui/Section.tsx';
import { Empty } from '../../ui/states.tsx';
import { basisWord } from '../../words/basis.ts';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { type ActionGroupId, byGroup } from './action-groups.ts';
import styles from './Case.module.css';
import { ClosedActs } from './ClosedActs.tsx';
import type { Workspace } from './queries.ts';
import { rhythmSaid } from './rhythm-word.ts';
import { hasOwnPlace } from './support-acts.ts';
import { TrendOf } from './TrendOf.tsx';

const groupWord = (id: ActionGroupId): string =>
  ({
    decide: m.actions_decide(),
    record: m.actions_record(),
    placement: m.placements(),
    assess: m.actions_assess(),
    network: m.actions_network(),
    people: m.actions_people(),
    clocks: m.actions_clocks(),
  })[id];

/** The right column of the workspace. */
export function ActionsColumn({ one, onStart }: { one: Workspace; onStart: (type: string) => void }) {
  const label = useLabel();
  const running = one.clocks.filter((clock) => clock.due && !clock.stoppedAt).sort((a, b) => (a.due! < b.due! ? -1 : 1));
  const proposal = one.approvals.find((each) => each.decision === null);
  return (
    <aside className={styles.side} aria-label={m.actions_now()} data-print="no">
      <Section as="h2" title={m.actions_now()} end={m.actions_by()} />
      {one.allowed.length === 0 && <Empty title={m.actions_none()}>{m.actions_none_more()}</Empty>}
      {byGroup(one.allowed.filter((each) => !hasOwnPlace(each.type))).map(({ id, acts }, group) => (
        <section key={id} className={styles.group} aria-label={groupWord(id)}>
          <h3>{groupWord(id)}</h3>
          <p>
            {acts.map((each, index) => (
              <Button
                key={each.type}
                size="small"
                tone={group === 0 && index === 0 && each.type !== 'withdrawProposal' ? 'primary' : 'plain'}
                aria-label={`${m.start()} ${label(each.label)}`}
                onClick={() => onStart(each.type)}
              >
                {label(each.label)}
              </Button>
            ))}
          </p>
          {proposal && id === 'decide' && acts.some((each) => each.type.startsWith('decide')) && (
            <small>{m.proposed_by({ name: proposal.proposedBy, time: formatMoment(proposal.proposedAt) })}</small>
          )}
        </section>
      ))}
      <ClosedActs closed={one.closed.filter((each) => !hasOwnPlace(each.type))} />
      {running.length > 0 && <Section as="h2" title={m.clocks_running({ n: running.length })} />}
      {running.map((clock) => (
        <div className={styles.action} key={clock.rule}>
          <Clock start={clock.start} due={clock.due!} paused={clock.pausedAt !== null} label={label(clock.label)} />
          <span />
          <small>
            {basisWord(clock.basis)}
            {one.rhythm?.rule === clock.rule && m.clause_mark() + rhythmSaid(one.rhythm)}
          </small>
        </div>
      ))}
      <TrendOf one={one} />
    </aside>
  );
}
