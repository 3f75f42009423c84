// Filling in an instrument: its items by part, a provisional result at once by the same reading as on the server, an override only with a reason.

import type { SentOf } from '@anwang/contract';
import { type Instrument, score } from '@anwang/core/assessment';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../client/api.ts';
import { linesOf } from '../../client/conflict.ts';
import { Shown } from '../../client/Shown.tsx';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { sayIn } from '../../fields/frame.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { goToFirstWrongSoon } from '../../ui/first-wrong.ts';
import { OptionRow, SelectInput, TextArea } from '../../ui/inputs.tsx';
import { isMoment, MomentInput } from '../../ui/MomentInput.tsx';
import { Skeleton } from '../../ui/states.tsx';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import styles from './Case.module.css';
import { InstrumentItems } from './InstrumentItems.tsx';
import { type ItemAnswers, instrumentsOf } from './instrument.ts';
import type { Workspace } from './queries.ts';
import { inForm } from './to-command.ts';
import { useAct } from './use-act.ts';
import { useCaseConflict } from './use-case-conflict.ts';

type Props = { one: Workspace; title: { zh: string; en: string }; onClose: () => void };
type Moment = 'intake' | 'pre' | 'review' | 'post';
/** Whom an instrument about one person may be about: not whoever is said to have done it. */
const rated: readonly string[] = ['subject', 'victim', 'member'];
type Draft = {
  instrument: string;
  moment: string;
  subject: string;
  answers: ItemAnswers;
  happenedAt: string | null;
  note: string;
  override: string;
  overrideReason: string;
};

/** The occasion that comes next: the first one once, a review from then on. */
function nextMoment(one: Workspace, use: { instrument: string; moments: readonly string[] } | undefined): string {
  const again = one.assessments.some((each) => each.instrument === use?.instrument);
  return (again ? use?.moments.find((each) => each === 'review') : undefined) ?? use?.moments[0] ?? 'review';
}

/** The dialog in which an instrument is filled in. */
export function AssessmentForm({ one, title, onClose }: Props) {
  const label = useLabel();
  const programme = useQuery({
    queryKey: ['programme', one.programme, one.programmeVersion],
    queryFn: () => api.reference.programme({ programme: one.programme, version: one.programmeVersion }),
    staleTime: 3_600_000,
  });
  const uses = instrumentsOf(programme.data);
  const [start] = useState(
    (): Draft => ({ instrument: '', moment: '', subject: '', answers: {}, happenedAt: null, note: '', override: '', overrideReason: '' }),
  );
  const { value, change, state, savedAt, drop } = useDraft<Draft>(`case.${one.id}.assessment`, start);
  const nameOf = ({ instrument: id, version }: { instrument: string; version: string }) => {
    const named = one.choices.instruments?.find((each) => each.code === `${id}@${version}`);
    return named ? label(named.label) : id;
  };
  const use = uses.find((each) => each.instrument === value.instrument) ?? uses[0];
  const instrument = useQuery({
    queryKey: ['instrument', use?.instrument, use?.version],
    queryFn: async () => (await api.reference.instruments({ instrument: use!.instrument, version: use!.version })) as unknown as Instrument,
    enabled: use !== undefined,
    staleTime: 3_600_000,
  });
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const put = (more: Partial<Draft>) => {
    setFaults({});
    change({ ...value, ...more });
  };
  const conflict = useCaseConflict(one);
  const write = useAct(one.id, {
    done: m.recorded(),
    onDone: () => {
      drop();
      onClose();
    },
    onProblem: (problem) => {
      setFaults(Object.fromEntries(Object.entries(problem.fields).map(([path, sentence]) => [inForm(path), sentence])));
      return conflict(
        problem,
        linesOf(
          [label(title), instrument.data ? label(instrument.data.label as { zh: string; en: string }) : ''],
          [m.when(), isMoment(value.happenedAt) ? formatMoment(value.happenedAt) : ''],
          [m.note(), value.note],
        ),
        send,
      );
    },
  });
  const moments = use?.moments ?? [];
  const moment = (moments.find((each) => each === value.moment) ?? nextMoment(one, use)) as Moment;
  const read = instrument.data ? score(instrument.data, value.answers) : undefined;
  const left = read?.ok ? read.value.open : [];
  const ready = read?.ok && left.length === 0;
  const subject = value.subject || (one.members.find((each) => each.until === null && each.role === 'subject')?.personId ?? '');
  const send = (version: number) => {
    const missing = {
      ...(isMoment(value.happenedAt) ? {} : { happenedAt: m.fault_empty() }),
      ...(value.override !== '' && value.overrideReason.trim() === '' ? { overrideReason: m.fault_empty() } : {}),
    };
    setFaults(missing);
    if (Object.keys(missing).length > 0) return goToFirstWrongSoon();
    if (!use || !value.happenedAt) return;
    const command: SentOf<'cases', 'act'>['command'] = {
      type: 'completeAssessment',
      instrument: use.instrument,
      instrumentVersion: use.version,
      moment,
      subjectPersonId: use.about === 'person' ? subject || null : null,
      answers: value.answers,
      override: value.override ? { band: value.override, reason: value.overrideReason } : null,
      happenedAt: value.happenedAt,
      note: value.note || null,
    };
    write.run({ caseId: one.id, version, command });
  };
  const momentWords: Record<string, string> = {
    intake: m.moment_intake(),
    pre: m.moment_pre(),
    review: m.moment_review(),
    post: m.moment_post(),
  };
  return (
    <Dialog
      title={label(title)}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <DraftNote state={state} savedAt={savedAt} />
          {left.length > 0 && (
            <span className="t-s i2" role="status">
              {m.items_left({ n: left.length })}
            </span>
          )}
          <span className="sp" />
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button tone="primary" busy={write.busy} disabled={!ready} onClick={() => send(one.version)}>
            {m.record()}
          </Button>
        </>
      }
    >
      {state === 'loading' ? (
        <Skeleton lines={8} />
      ) : (
        <div className={styles.form}>
          {uses.length > 1 && (
            <SelectInput
              label={m.instrument()}
              value={use?.instrument ?? ''}
              choices={uses.map((each) => ({ value: each.instrument, label: nameOf(each) }))}
              onChange={(next) => put({ instrument: next, answers: {} })}
            />
          )}
          {moments.length > 1 && (
            <OptionRow
              label={m.moment()}
              value={moment}
              choices={moments.map((each) => ({ value: each, label: momentWords[each] ?? each }))}
              onChange={(next) => put({ moment: next })}
            />
          )}
          {use?.about === 'person' && (
            <SelectInput
              label={m.who()}
              value={subject}
              choices={one.members
                .filter((each) => each.until === null && rated.includes(each.role))
                .map((each) => ({ value: each.personId, label: each.name ?? m.unnamed() }))}
              onChange={(subject) => put({ subject })}
            />
          )}
          <MomentInput
            label={m.when()}
            required
            error={faults.happenedAt}
            value={value.happenedAt}
            onChange={(happenedAt) => put({ happenedAt })}
          />
          <Shown query={instrument}>
            {(data) => (
              <>
                <p className="row wrap">
                  <b>{label(data.label as { zh: string; en: string })}</b>
                  {data.status === 'standIn' && <Badge tone="attention">{m.stand_in()}</Badge>}
                </p>
                <InstrumentItems instrument={data} answers={value.answers} onChange={(answers) => put({ answers })} />
              </>
            )}
          </Shown>
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
          {value.override !== '' && (
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
