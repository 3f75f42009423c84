// One dispute: who says that it is not theirs and why, what was reported, the family, and the ruling, which is final.
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWriteWhenBack } from '../../client/write-when-back.ts';
import { FormNote } from '../../drafts/FormNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { OptionRow, TextArea } from '../../ui/inputs.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Section } from '../../ui/Section.tsx';
import { UnitChooser } from '../../units/UnitChooser.tsx';
import { m } from '../../words/index.ts';
import { useConceptWords, useLabel, useUnitWords } from '../../words/label.ts';
import styles from './Dispatch.module.css';
import { DispatchFamily } from './DispatchFamily.tsx';
import { ReportFacts, ReportStory } from './DispatchReport.tsx';
import { type DisputeOne, useDispute } from './queries.ts';

const nothing = { outcome: '', unit: '', reason: '' };

/** The right side of the arbiter's page. */
export function DisputeDetail({ dispatchId }: { dispatchId: string }) {
  return <Shown query={useDispute(dispatchId)}>{(dispute) => <Detail dispute={dispute} />}</Shown>;
}

function Detail({ dispute }: { dispute: DisputeOne }) {
  const unitWord = useUnitWords();
  const label = useLabel();
  const word = useConceptWords();
  const better = dispute.units.find((each) => each.unitId === dispute.betterUnitId);
  return (
    <>
      <div className={styles.columns}>
        <div>
          <Section
            as="h2"
            title={`${dispute.title ?? m.unnamed()}·${label(dispute.programmeLabel)}`}
            end={<Ladder band={dispute.band} />}
          />
          <dl className={styles.facts}>
            {dispute.arbiterDue && (
              <>
                <dt>{m.arbiter_clock()}</dt>
                <dd>
                  <Clock start={dispute.sentAt} due={dispute.arbiterDue} layout="inline" />
                </dd>
              </>
            )}
            <dt>{m.disputing_unit()}</dt>
            <dd>
              {unitWord(dispute.unitName)} {dispute.disputedBy}
            </dd>
            <dt>{m.coded_reason()}</dt>
            <dd>
              <b>{dispute.disputeReason ? word(dispute.disputeReason, 'disputeReason') : ''}</b>
            </dd>
            <dt>{m.reason()}</dt>
            <dd>{dispute.note}</dd>
            <dt>{m.better_unit()}</dt>
            <dd>{better ? unitWord(better.unitName) : m.unknown()}</dd>
          </dl>
          <Section title={m.report_number({ number: dispute.reportNumber })} />
          <ReportFacts dispatch={dispute} />
          <ReportStory dispatch={dispute} />
        </div>
        <div>
          <DispatchFamily family={dispute.family} />
        </div>
      </div>
      <Ruling dispute={dispute} />
    </>
  );
}

function Ruling({ dispute }: { dispute: DisputeOne }) {
  const { value, change, state, savedAt, drop } = useDraft(`arbitration.${dispute.id}`, nothing);
  const { unit, reason } = value;
  const outcome = value.outcome === 'upheld' || value.outcome === 'redirected' ? value.outcome : '';
  const send = useWriteWhenBack(api.dispatch.arbitrate, {
    done: m.arbitrated(),
    onDone: drop,
    ends: ['dispatch', 'dispute', dispute.id],
  });
  const put = (more: Partial<typeof value>) => {
    send.back.stop();
    change({ ...value, ...more });
  };
  const ready = outcome !== '' && reason.trim() !== '' && (outcome === 'upheld' || unit !== '');
  const rule = () =>
    send.run({
      dispatchId: dispute.id,
      version: dispute.version,
      outcome: outcome === 'redirected' ? 'redirected' : 'upheld',
      unitId: outcome === 'redirected' ? unit : null,
      reason,
    });
  return (
    <section className={styles.ruling} aria-label={m.arbitration_decision()} data-print="no">
      <div>
        <OptionRow
          label={m.arbitration_decision()}
          value={outcome}
          onChange={(next) => put({ outcome: next, unit: unit || (dispute.betterUnitId ?? '') })}
          choices={[
            { value: 'upheld', label: m.ruling_uphold() },
            { value: 'redirected', label: m.ruling_redirect() },
          ]}
        />
        {outcome === 'redirected' && (
          <UnitChooser
            label={m.redirect_to()}
            value={unit}
            units={dispute.units.filter((each) => each.unitId !== dispute.unitId)}
            onChange={(next) => put({ unit: next })}
          />
        )}
      </div>
      <TextArea
        label={m.arbitration_reason()}
        required
        rows={2}
        maxLength={1000}
        value={reason}
        onChange={(next) => put({ reason: next })}
      />
      <div>
        <Button tone="primary" size="large" busy={send.busy} disabled={!ready} onClick={rule}>
          {m.arbitrate()}
        </Button>
        <FormNote state={state} savedAt={savedAt} waiting={send.back.waiting} onStop={send.back.stop} />
      </div>
    </section>
  );
}
