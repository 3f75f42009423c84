// The public report in three steps, phone first: who you are, who is in need and what happened, confirm and send.
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { namesFields } from '../../client/problem.ts';
import { publicApi } from '../../client/public-api.ts';
import { Shown } from '../../client/Shown.tsx';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { goToFirstWrong, goToFirstWrongSoon } from '../../ui/first-wrong.ts';
import { m } from '../../words/index.ts';
import type { FormChoices } from './form-choices.ts';
import { forgetReport, keepReport, keptReport } from './kept-report.ts';
import { PublicFrame } from './PublicFrame.tsx';
import { Receipt } from './Receipt.tsx';
import styles from './Report.module.css';
import { askedOfReporter, ReporterFields } from './ReporterFields.tsx';
import { emptyReport, type ReportDraft, stepOfField, toReport } from './report-draft.ts';
import { StepConfirm } from './StepConfirm.tsx';
import { unfitFields } from './unfit-fields.ts';
import { useFormChoices } from './use-form-choices.ts';
import { useStep } from './use-step.ts';

type Sent = { receipt: string; code: string; handledBy: string };

/** The public report page. */
export function ReportPage() {
  const choices = useFormChoices();
  // Whatever stands in the form's place, the way to leave and the emergency numbers are there.
  if (choices.data === undefined)
    return (
      <PublicFrame title={m.report_title()} demo={false}>
        <Shown query={choices}>{() => null}</Shown>
      </PublicFrame>
    );
  return <ReportForm choices={choices.data} />;
}

function ReportForm({ choices }: { choices: FormChoices }) {
  const only = choices.counties.length === 1 ? choices.counties[0]!.id : '';
  const [draft, setDraft] = useState<ReportDraft>(() => keptReport() ?? { ...emptyReport(), county: only });
  const [kept, setKept] = useState(() => keptReport() !== undefined);
  const [unfit, setUnfit] = useState<Readonly<Record<string, string>>>({});
  const [sent, setSent] = useState<Sent | undefined>(undefined);
  const [files, setFiles] = useState<File[]>([]);
  const [step, go] = useStep();
  // Its date fields weigh more than all else: loaded while the first step is filled in, and asked for again as long as the line does not give it.
  const subjects = useQuery({
    queryKey: ['step', 2],
    queryFn: () => import('./StepSubjects.tsx'),
    staleTime: Number.POSITIVE_INFINITY,
    structuralSharing: false,
    retry: true,
  });
  const body = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step begins at its top
  useEffect(() => {
    if (goToFirstWrong()) return;
    body.current?.scrollIntoView();
    body.current?.focus();
  }, [step, sent]);
  useEffect(() => {
    if (kept) keepReport(draft);
    else forgetReport();
  }, [kept, draft]);
  const write = useWrite(publicApi.report, {
    refresh: [],
    onDone: (answer) => {
      forgetReport();
      setSent(answer);
    },
    onProblem: (problem) => {
      const first = Object.keys(problem.fields)[0];
      if (first) go(stepOfField(first));
      return namesFields(problem);
    },
  });
  // What was refused stands until it is sent again, or until somebody changed it: each field sees to that itself.
  const errors = { ...write.problem?.fields, ...unfit };
  const checkAndGo = (next: number) => {
    write.reset();
    const found = unfitFields(draft, next);
    setUnfit(found);
    const first = Object.keys(found)[0];
    go(first ? stepOfField(first) : next);
    if (first) goToFirstWrongSoon();
  };
  if (sent) return <Receipt sent={sent} files={files} demo={choices.demo} />;
  const names = [m.report_step_1(), m.report_step_2(), m.report_step_3()];
  return (
    <PublicFrame
      title={m.report_title()}
      demo={choices.demo}
      steps={
        <ol className={styles.steps}>
          {names.map((name, index) => (
            <li
              key={name}
              className={index + 1 === step ? styles.on : index + 1 < step ? styles.done : undefined}
              aria-current={index + 1 === step ? 'step' : undefined}
            >
              {index + 1} {name}
            </li>
          ))}
        </ol>
      }
      foot={
        <div className={`${styles.actions} ${step === 1 ? styles.single : ''}`}>
          {step > 1 && <Button onClick={() => go(step - 1)}>{m.back()}</Button>}
          {step < 3 ? (
            <Button tone="primary" onClick={() => checkAndGo(step + 1)}>
              {m.next()}
            </Button>
          ) : (
            <Button tone="primary" busy={write.busy} onClick={() => write.run(toReport(draft))}>
              {write.busy ? m.report_sending() : m.report_send()}
            </Button>
          )}
        </div>
      }
    >
      <div ref={body} tabIndex={-1} style={{ outline: 'none', scrollMarginTop: 16 }}>
        {Object.keys(errors).length > 0 && (
          <p className={styles.problems} role="alert">
            {m.report_check_fields()}
          </p>
        )}
        {step === 1 && <ReporterFields draft={draft} onChange={setDraft} choices={choices} errors={errors} words={askedOfReporter()} />}
        {step === 2 && (
          <Shown query={subjects}>
            {({ StepSubjects }) => <StepSubjects draft={draft} onChange={setDraft} choices={choices} errors={errors} />}
          </Shown>
        )}
        {step === 3 && <StepConfirm draft={draft} choices={choices} files={files} onFiles={setFiles} kept={kept} onKept={setKept} />}
      </div>
    </PublicFrame>
  );
}
