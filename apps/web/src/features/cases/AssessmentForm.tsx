// Filling in an instrument: its items by part, a provisional result at once by the same reading as on the server, an override only with a reason. The same form
// says why it could not be done: nothing typed is lost by changing over.

import type { SentOf } from '@anwang/contract';
import { score } from '@anwang/core/assessment';
import { useState } from 'react';
import { linesOf } from '../../client/conflict.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWhenBack } from '../../client/when-back.ts';
import { FormNote } from '../../drafts/FormNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { sayIn } from '../../fields/frame.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { goToFirstWrongSoon } from '../../ui/first-wrong.ts';
import { OptionRow, SelectInput, TextArea } from '../../ui/inputs.tsx';
import { isMoment } from '../../ui/MomentInput.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { AssessmentHead } from './AssessmentHead.tsx';
import { type AssessmentDraft, answersOf, emptyDraft, lastTime, type Moment, nextMoment } from './assessment-draft.ts';
import styles from './Case.module.css';
import { draftOf } from './draft-of.ts';
import sheet from './Instrument.module.css';
import { InstrumentItems } from './InstrumentItems.tsx';
import { InstrumentNav } from './InstrumentNav.tsx';
import { instrumentsOf } from './instrument.ts';
import { useInstrument, useProgramme, type Workspace } from './queries.ts';
import { inForm } from './to-command.ts';
import { useAct } from './use-act.ts';
import { useCaseConflict } from './use-case-conflict.ts';

type Act = 'completeAssessment' | 'skipAssessment';
type Props = { one: Workspace; type: Act; onClose: () => void };
type Command = SentOf<'cases', 'act'>['command'];

/** The dialog in which an instrument is filled in, or said why not. */
export function AssessmentForm({ one, type, onClose }: Props) {
  const label = useLabel();
  const [act, setAct] = useState(type);
  const skipping = act === 'skipAssessment';
  const allowed = (each: Act) => one.allowed.find((open) => open.type === each);
  const title = allowed(act)?.label;
  const programme = useProgramme(one);
  const uses = instrumentsOf(programme.data);
  const { value, change, state, savedAt, drop } = useDraft<AssessmentDraft>(draftOf(one.id, type), emptyDraft);
  const nameOf = ({ instrument: id, version }: { instrument: string; version: string }) => {
    const named = one.choices.instruments?.find((each) => each.code === `${id}@${version}`);
    return named ? label(named.label) : id;
  };
  const use = uses.find((each) => each.instrument === value.instrument) ?? uses[0];
  const instrument = useInstrument(use);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const put = (more: Partial<AssessmentDraft>) => {
    setFaults({});
    change({ ...value, ...more });
  };
  const conflict = useCaseConflict(one);
  const write = useAct(one.id, {
    done: m.recorded(),
    onDone: () => {
      back.stop();
      drop();
      onClose();
    },
    onProblem: (problem) => {
      if (back.hold(problem)) return true;
      setFaults(Object.fromEntries(Object.entries(problem.fields).map(([path, sentence]) => [inForm(path), sentence])));
      return conflict(
        problem,
        linesOf(
          [label(title), instrument.data ? sayIn(instrument.data.label) : ''],
          [m.when(), isMoment(value.happenedAt) ? formatMoment(value.happenedAt) : ''],
          [m.note(), value.note],
        ),
        send,
      );
    },
  });
  const moment = ((use?.moments ?? []).find((each) => each === value.moment) ?? nextMoment(one, use)) as Moment;
  const read = instrument.data ? score(instrument.data, value.answers) : undefined;
  const left = read?.ok ? read.value.open : [];
  const unbanded = read?.ok && read.value.band === null && value.override === '' && instrument.data?.noBand !== undefined;
  const ready = skipping || (read?.ok && left.length === 0 && !unbanded);
  const subject = value.subject || (one.members.find((each) => each.until === null && each.role === 'subject')?.personId ?? '');
  const subjectPersonId = use?.about === 'person' ? subject || null : null;
  const before = use && lastTime(one, use, subjectPersonId);
  const send = (version: number) => {
    const missing = {
      ...(isMoment(value.happenedAt) ? {} : { happenedAt: m.fault_empty() }),
      ...(skipping && value.notDone === '' ? { notDone: m.fault_empty() } : {}),
      ...(!skipping && value.override !== '' && value.overrideReason.trim() === '' ? { overrideReason: m.fault_empty() } : {}),
    };
    setFaults(missing);
    if (Object.keys(missing).length > 0) return goToFirstWrongSoon();
    if (!use || !value.happenedAt) return;
    const about = { instrument: use.instrument, instrumentVersion: use.version, moment, subjectPersonId };
    const said = { happenedAt: value.happenedAt, note: value.note || null };
    const override = value.override ? { band: value.override, reason: value.overrideReason } : null;
    const command: Command = skipping
      ? { type: 'skipAssessment', ...about, notDone: value.notDone, ...said }
      : { type: 'completeAssessment', ...about, answers: value.answers, override, ...said };
    write.run({ caseId: one.id, version, command });
  };
  const back = useWhenBack(() => send(one.version));
  const answer = (id: string, given: string | number | string[] | null) => {
    const { [id]: _before, ...others } = value.answers;
    put({ answers: given === null ? others : { ...others, [id]: given }, carried: value.carried.filter((each) => each !== id) });
  };
  return (
    <Dialog
      title={label(title)}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <FormNote state={state} savedAt={savedAt} waiting={back.waiting} onStop={back.stop} />
          {!skipping && left.length > 0 && (
            <span className="t-s i2" role="status">
              {m.items_left({ n: left.length })}
            </span>
          )}
          <span className="sp" />
          {state === 'saved' && (
            <Button tone="bare" onClick={drop}>
              {m.draft_drop()}
            </Button>
          )}
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button tone="primary" busy={write.busy} disabled={!ready || state === 'loading'} onClick={() => send(one.version)}>
            {m.record()}
          </Button>
        </>
      }
    >
      {state === 'loading' ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles.form}>
          <div className={sheet.head}>
            {allowed('completeAssessment') && allowed('skipAssessment') && (
              <OptionRow
                label={m.assessment_done()}
                value={act}
                choices={[
                  { value: 'completeAssessment', label: m.assessment_filled() },
                  { value: 'skipAssessment', label: m.assessment_not_done() },
                ]}
                onChange={(next) => setAct(next === 'skipAssessment' ? next : 'completeAssessment')}
              />
            )}
            <AssessmentHead
              {...{ one, uses, use, nameOf, moment, subject }}
              happenedAt={value.happenedAt}
              fault={faults.happenedAt}
              onChange={put}
            />
          </div>
          <Shown query={instrument}>
            {(data) =>
              skipping ? (
                <OptionRow
                  label={m.assessment_why_not()}
                  required
                  error={faults.notDone}
                  value={value.notDone}
                  choices={data.notDone.map((each) => ({
                    value: each.code,
                    label: sayIn(each.label),
                    ...(each.applies === false ? { note: m.not_applicable() } : {}),
                  }))}
                  onChange={(notDone) => put({ notDone })}
                />
              ) : (
                <>
                  <p className="row wrap">
                    <b>{sayIn(data.label)}</b>
                    {data.status === 'standIn' && <Badge tone="attention">{m.stand_in()}</Badge>}
                    <span className="i3 t-xs">{m.instrument_keys()}</span>
                    <span className="sp" />
                    {before && Object.keys(value.answers).length === 0 && (
                      <Button size="small" onClick={() => put({ answers: answersOf(before), carried: Object.keys(answersOf(before)) })}>
                        {m.carry_answers({ date: formatDate(before.at) })}
                      </Button>
                    )}
                  </p>
                  <div className={sheet.sheet}>
                    <InstrumentNav instrument={data} answers={value.answers} carried={value.carried} />
                    <InstrumentItems
                      instrument={data}
                      answers={value.answers}
                      before={before && { answers: answersOf(before), at: before.at }}
                      carried={value.carried}
                      onAnswer={answer}
                    />
                  </div>
                </>
              )
            }
          </Shown>
          {!skipping && (
            <SelectInput
              label={m.override()}
              value={value.override}
              empty={m.override_none()}
              choices={(instrument.data?.bands ?? [])
                .filter((each) => instrument.data?.overrideTo.includes(each.id))
                .map((each) => ({ value: each.id, label: sayIn(each.label) }))}
              error={faults.override}
              onChange={(override) => put({ override })}
            />
          )}
          {!skipping && value.override !== '' && (
            <TextArea
              label={m.reason()}
              required
              rows={2}
              error={faults.overrideReason}
              value={value.overrideReason}
              onChange={(overrideReason) => put({ overrideReason })}
            />
          )}
          <TextArea label={m.note()} rows={2} value={value.note} onChange={(note) => put({ note })} />
        </div>
      )}
    </Dialog>
  );
}
