// The arbiter's table: disputes by their clock; upheld or redirected, with a reason, final.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../client/api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { may, useMe } from '../../session/me.ts';
import { Button } from '../../ui/Button.tsx';
import { Clock } from '../../ui/Clock.tsx';
import { OptionRow, SelectInput, TextArea } from '../../ui/inputs.tsx';
import { Ladder } from '../../ui/Ladder.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import { useConceptWords, useLabel, useUnitWords } from '../../words/label.ts';
import styles from './Dispatch.module.css';
import type { Dispute } from './queries.ts';

const nothing = { outcome: '', unit: '', reason: '' };

/** The arbitration page. */
export function ArbitrationPage() {
  const me = useMe();
  const allowed = may(me, 'report.arbitrate');
  const disputes = useQuery({
    queryKey: ['dispatch', 'disputes'],
    queryFn: () => api.dispatch.disputes({ limit: 100 }),
    enabled: allowed,
    refetchInterval: 60_000,
  });
  return (
    <div className="page stack">
      <h1>{m.room_arbitration()}</h1>
      {allowed ? (
        <Shown query={disputes}>
          {(data) =>
            data.rows.length === 0 ? (
              <Empty title={m.arbitration_empty()}>{m.arbitration_empty_more()}</Empty>
            ) : (
              <ul className="stack">
                {data.rows.map((row) => (
                  <li key={row.id}>
                    <OneDispute dispute={row} />
                  </li>
                ))}
              </ul>
            )
          }
        </Shown>
      ) : (
        <NoPermission />
      )}
    </div>
  );
}

function OneDispute({ dispute }: { dispute: Dispute }) {
  const unitWord = useUnitWords();
  const label = useLabel();
  const word = useConceptWords();
  const { value, change, state, savedAt, drop } = useDraft(`arbitration.${dispute.id}`, nothing);
  const { unit, reason } = value;
  const outcome = value.outcome === 'upheld' || value.outcome === 'redirected' ? value.outcome : '';
  const send = useWrite(api.dispatch.arbitrate, { done: m.arbitrated(), onDone: drop });
  const ready = outcome !== '' && reason.trim() !== '' && (outcome === 'upheld' || unit !== '');
  return (
    <article className={styles.dispute}>
      <div className={styles.actions} style={{ position: 'static' }}>
        {dispute.arbiterDue && <Clock start={dispute.sentAt} due={dispute.arbiterDue} />}
        <b>
          {dispute.title ?? m.unnamed()}·{label(dispute.programmeLabel)}
        </b>
        <Ladder band={dispute.band} />
        <span className="i3">{dispute.reportNumber}</span>
      </div>
      <dl className={styles.facts}>
        <dt>{m.unit()}</dt>
        <dd>
          {unitWord(dispute.unitName)}（{dispute.disputedBy}）
        </dd>
        <dt>{m.coded_reason()}</dt>
        <dd>{dispute.disputeReason ? word(dispute.disputeReason, 'disputeReason') : ''}</dd>
        <dt>{m.reason()}</dt>
        <dd>{dispute.note}</dd>
      </dl>
      <div className="pad stack">
        <OptionRow
          label={m.arbitration_decision()}
          value={outcome}
          onChange={(next) => change({ ...value, outcome: next })}
          choices={[
            { value: 'upheld', label: m.dispatch_upheld() },
            { value: 'redirected', label: m.dispatch_redirected() },
          ]}
        />
        {outcome === 'redirected' && (
          <SelectInput
            label={m.unit()}
            required
            value={unit}
            choices={dispute.units.map((each) => ({ value: each.id, label: unitWord(each.name) }))}
            onChange={(next) => change({ ...value, unit: next })}
          />
        )}
        <TextArea
          label={m.arbitration_reason()}
          required
          rows={2}
          maxLength={1000}
          value={reason}
          onChange={(next) => change({ ...value, reason: next })}
        />
        <div className="row wrap">
          <Button
            tone="primary"
            busy={send.busy}
            disabled={!ready}
            onClick={() =>
              send.run({
                dispatchId: dispute.id,
                version: dispute.version,
                outcome: outcome === 'redirected' ? 'redirected' : 'upheld',
                unitId: unit || null,
                reason,
              })
            }
          >
            {m.arbitrate()}
          </Button>
          <DraftNote state={state} savedAt={savedAt} />
        </div>
      </div>
    </article>
  );
}
