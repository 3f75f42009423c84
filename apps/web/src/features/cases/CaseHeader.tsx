import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useUrl } from '../../frame/url.ts';
import { WhyDialog } from '../../frame/WhyDialog.tsx';
import { LeadWithdrawn } from '../../recusal/LeadWithdrawn.tsx';
import { Recuse } from '../../recusal/Recuse.tsx';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Telephone } from '../../ui/Telephone.tsx';
import { basisWord } from '../../words/basis.ts';
import { statusWord } from '../../words/case-status.ts';
import { Heed } from '../../words/Heed.tsx';
import { formatTime, m } from '../../words/index.ts';
import { useDistrictWords, useLabel, useUnitWords } from '../../words/label.ts';
import { CallSupport } from './CallSupport.tsx';
import styles from './Case.module.css';
import { MoveNote } from './MoveNote.tsx';
import { PlacementNote } from './PlacementNote.tsx';
import { useProgramme, type Workspace } from './queries.ts';
import { SupportCalls } from './SupportCalls.tsx';
import { stageStrip } from './stage-strip.ts';
import { TransferNotes } from './TransferNote.tsx';

const roleWords = () => ({
  lead: m.my_role_lead(),
  collaborator: m.my_role_collaborator(),
  supervisor: m.my_role_supervisor(),
  unit: m.my_role_unit(),
  shared: m.my_role_shared(),
  emergency: m.breakglass(),
  other: m.my_role_other(),
});

/** The header of the workspace. */
export function CaseHeader({ one, onRecord }: { one: Workspace; onRecord: (() => void) | undefined }) {
  const unitWord = useUnitWords();
  const district = useDistrictWords();
  const label = useLabel();
  const [why, setWhy] = useState(false);
  const programme = useProgramme(one);
  const strip = stageStrip(programme.data, one.stage);
  const [, setUrl] = useUrl('tab', 'print', 'act', 'who', 'goal', 'plan');
  const running = one.clocks.filter((clock) => clock.due && !clock.stoppedAt).sort((a, b) => (a.due! < b.due! ? -1 : 1));
  return (
    <header className={styles.header}>
      <SupportCalls one={one} />
      <PlacementNote one={one} onStart={(act, who) => setUrl({ act, who, goal: undefined, plan: undefined }, true)} />
      <div className={styles.title}>
        <h1>{one.title ?? m.unnamed()}</h1>
        <span className="i2">
          {[m.members_count({ n: one.members.filter((each) => each.until === null).length }), district(one.districtName)]
            .filter(Boolean)
            .join(m.clause_mark())}
        </span>
        {one.risk && <Ladder band={one.risk} />}
        {one.shared && <Badge tone="teal">{m.shared()}</Badge>}
        {one.emergencyUntil && <Badge tone="attention">{m.emergency_until({ time: formatTime(one.emergencyUntil) })}</Badge>}
        <span className="sp" />
        <span className="t-s i3">{m.my_role({ role: roleWords()[one.myRole] })}</span>
        <Button tone="bare" size="small" onClick={() => setWhy(true)}>
          {m.why_visible()}
        </Button>
        {!one.related && <Recuse thing={{ kind: 'case', id: one.id }} />}
        <CallSupport one={one} size="small" />
        <Button size="small" onClick={() => setUrl({ tab: 'record', print: 'now' })}>
          <Icon name="print" />
          {m.print_record()}
        </Button>
        {onRecord && (
          <Button size="small" keycap="R" onClick={onRecord}>
            <Icon name="plus" />
            {m.new_record()}
          </Button>
        )}
      </div>
      {one.related && (
        <p className={styles.transfer} role="status">
          {m.related_note()}
        </p>
      )}
      {one.warnings.length > 0 && (
        <div className={styles.heed}>
          <Heed warnings={one.warnings} />
        </div>
      )}
      <TransferNotes one={one} />
      <MoveNote one={one} />
      <div className={styles.episodes}>
        <div className={styles.episode}>
          <div className="row wrap">
            <span className={styles.lane} />
            <b>{label(one.programmeLabel)}</b>
            <span className="i3 t-xs">{one.number}</span>
            <span className="sp" />
            <span className={styles.stages} role="img" aria-label={m.stage_now({ stage: label(one.stageLabel) })}>
              {strip.length > 0 ? (
                strip.map((stage) => (
                  <span key={stage.id} className={stage.state === 'done' ? styles.done : stage.state === 'now' ? styles.now : undefined}>
                    {stage.state === 'now' ? label(one.stageLabel) : label(stage.label)}
                  </span>
                ))
              ) : (
                <span className={styles.now}>{label(one.stageLabel)}</span>
              )}
            </span>
          </div>
          <div className="row wrap t-s">
            <span className="i3">{m.lead()}</span>
            {one.leadName ?? <span className="att">{m.not_assigned()}</span>}
            <LeadWithdrawn caseId={one.id} leadId={one.leadId} />
            {one.leadTelephone && <Telephone number={one.leadTelephone} of={one.leadName ?? undefined} />}
            {one.supervisorName && (
              <>
                <span className="i3">{m.supervisor()}</span>
                {one.supervisorName}
              </>
            )}
            <span className="i3">{unitWord(one.unitName)}</span>
            <span className="sp" />
            {running.slice(0, 2).map((clock) => (
              <Link
                key={clock.rule}
                to="/programmes"
                search={{ programme: one.programme }}
                title={basisWord(clock.basis) + m.clause_mark() + m.programme_open()}
                style={{ color: 'inherit' }}
              >
                <Clock start={clock.start} due={clock.due!} paused={clock.pausedAt !== null} label={label(clock.label)} layout="inline" />
              </Link>
            ))}
            {running.length > 2 && <span className="i3">{m.more_clocks({ n: running.length - 2 })}</span>}
          </div>
        </div>
        {one.siblings.map((each) => (
          <div className={styles.episode} key={each.id}>
            <div className="row">
              <span className={`${styles.lane} ${styles.other}`} />
              {each.readable ? (
                <Link to={`/cases/${each.id}`}>
                  <b>{label(each.programmeLabel)}</b>
                </Link>
              ) : (
                <b>{label(each.programmeLabel)}</b>
              )}
              <span className="i3 t-xs">{each.number}</span>
              <span className="sp" />
              <span className="t-s">{statusWord(each.status)}</span>
            </div>
            <div className="row t-s">
              <span className="i3">{m.lead()}</span>
              {[each.leadName, unitWord(each.unitName)].filter(Boolean).join('·')}
            </div>
          </div>
        ))}
      </div>
      {why && <WhyDialog kind="case" id={one.id} onClose={() => setWhy(false)} />}
    </header>
  );
}
