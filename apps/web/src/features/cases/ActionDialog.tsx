// Doing one thing with a case: the form of its command, kept as a draft while it is typed, sent with the version it was based on.

import type { CaseCommand } from '@anwang/contract/shapes';
import type { Answer, Answers } from '@anwang/core/forms';
import { useMemo, useState } from 'react';
import { faultWord } from '../../client/fault-word.ts';
import { namesFields } from '../../client/problem.ts';
import { useWhenBack } from '../../client/when-back.ts';
import { FormNote } from '../../drafts/FormNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { FilesOfForm } from '../../fields/files.tsx';
import { answerLines } from '../../fields/index.tsx';
import { PeopleOfForm } from '../../fields/person.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { goToFirstWrongSoon } from '../../ui/first-wrong.ts';
import { Skeleton } from '../../ui/states.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { Alike } from './Alike.tsx';
import { AssessmentForm } from './AssessmentForm.tsx';
import type { FormContext } from './act-fields.ts';
import { answersOfGoal, answersOfPlan } from './answers-of-goal.ts';
import { answersAfter, answersOfVisit } from './answers-of-visit.ts';
import { BeforeVisit } from './BeforeVisit.tsx';
import { CallSupport } from './CallSupport.tsx';
import { CommandFields } from './CommandFields.tsx';
import { commandFields } from './command-fields.ts';
import { draftOf, planOfDraft } from './draft-of.ts';
import { answersOfWho } from './family-fields.ts';
import { useFormContext } from './form-context.ts';
import { actsWithForm, isRest } from './form-fields.ts';
import { Proposed } from './Proposed.tsx';
import { answersOfPlacement } from './placement-fields.ts';
import { useTimeline, type Workspace } from './queries.ts';
import { SupportCalls } from './SupportCalls.tsx';
import { answersOfProposal, sentBackOf } from './sent-back.ts';
import { inForm, toCommand } from './to-command.ts';
import { useAct } from './use-act.ts';
import { useCaseConflict } from './use-case-conflict.ts';
import { useNewcomer } from './use-newcomer.ts';
import { useUnitsBeside } from './use-units-beside.ts';
import { VisitTimer } from './VisitTimer.tsx';

type Props = {
  one: Workspace;
  type: string;
  title: { zh: string; en: string };
  /** The goal that is changed or looked at, where the act was begun from one. */
  goalId?: string | undefined;
  /** The plan that is met, moved or cancelled, where the act was begun from one. */
  planId?: string | undefined;
  /** The member of whom it is done, where the act was begun from one. */
  personId?: string | undefined;
  onClose: () => void;
};

/** The dialog of one action. */
export function ActionDialog(props: Props) {
  return (
    <FilesOfForm value={props.one.files}>
      {props.type === 'completeAssessment' || props.type === 'skipAssessment' ? (
        <AssessmentForm one={props.one} type={props.type} onClose={props.onClose} />
      ) : (
        <ReadyDialog {...props} />
      )}
    </FilesOfForm>
  );
}

/** Of whom a form may speak: the people of the case, or, to add somebody, the family around them and whoever is found. */
function peopleOf(one: Workspace, type: string, relatives: readonly { id: string; name: string }[]) {
  const members = one.members.filter((each) => each.until === null).map((each) => ({ id: each.personId, name: each.name ?? m.unnamed() }));
  return type === 'addMember' ? { people: relatives, find: { except: members.map((each) => each.id) } } : { people: members };
}

/** Whoever is of the family: the other side is named by the worker. */
const whoMoves = (one: Workspace): string[] =>
  one.members.filter((each) => each.until === null && each.role !== 'respondent').map((each) => each.personId);

/** A visit is planned from where the family lives, a report from the programme's form: the form waits until that is known. */
function ReadyDialog(props: Props) {
  const label = useLabel();
  const { ready, ...context } = useFormContext(props.one, props.type);
  const again = sentBackOf(props.one, props.type) !== undefined;
  const timeline = useTimeline(props.one.id, again);
  const begun = useMemo(
    () => answersOfProposal(props.type, again ? (timeline.data?.pages.flatMap((page) => page.rows) ?? []) : []),
    [props.type, again, timeline.data],
  );
  // A visit is recorded at once, also where there is no network: its own fields do not wait for the form.
  const waits = !ready && props.type !== 'recordVisit' && [...actsWithForm, 'planVisit', 'changeVisit', 'proposeMove'].includes(props.type);
  if (!waits && !(again && timeline.isLoading)) return <CommandDialog {...props} context={context} begun={begun} />;
  return (
    <Dialog title={label(props.title)} open onClose={props.onClose} width="wide">
      <Skeleton lines={6} />
    </Dialog>
  );
}

function CommandDialog({
  one,
  type,
  title,
  goalId,
  planId,
  personId,
  context,
  begun,
  onClose,
}: Props & { context: FormContext; begun: Answers }) {
  const label = useLabel();
  const goal = one.goals.find((each) => each.id === goalId);
  const plan = type === 'draftPlan' ? one.plan : null;
  const [start] = useState((): { answers: Answers } => ({
    answers: goal
      ? answersOfGoal(type, goal)
      : plan
        ? answersOfPlan(plan)
        : (answersOfPlacement(one, type, personId) ??
          (personId
            ? answersOfWho(type, personId)
            : type === 'proposeTransfer'
              ? { personIds: whoMoves(one) }
              : (answersOfVisit(context, type, planId, Date.now()) ?? begun))),
  }));
  const { value, change, state, savedAt, drop } = useDraft<{ answers: Answers }>(
    draftOf(one.id, type, goal?.id ?? personId ?? planOfDraft(type, planId)),
    start,
  );
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const conflict = useCaseConflict(one);
  const answers = value.answers;
  const beside = useUnitsBeside(one.id, type, answers.district);
  const fields = useMemo(
    () => commandFields(type, beside === undefined ? context : { ...context, beside }, answers) ?? [],
    [type, context, beside, answers],
  );
  const write = useAct(one.id, {
    done: m.recorded(),
    onDone: () => {
      back.stop();
      drop();
      onClose();
    },
    onProblem: (problem) => {
      if (back.hold(problem)) return true;
      if (conflict(problem, answerLines(fields, answers), send)) return true;
      const named = Object.entries(problem.fields).map(([path, sentence]) => [inForm(path), sentence]);
      setFaults(Object.fromEntries(named));
      return namesFields(problem);
    },
  });
  const send = (version: number) => {
    const read = toCommand(type, fields, answers, goal && type === 'setGoal' ? { goalId: goal.id } : {});
    const local = read.ok ? {} : read.faults;
    setFaults(Object.fromEntries(Object.entries(local).map(([path, reason]) => [path, faultWord(reason)])));
    if (!read.ok) goToFirstWrongSoon();
    else if (read.command.type === 'addMember' && read.command.given !== null) newcomer.ask(read.command);
    else write.run({ caseId: one.id, version, command: read.command });
  };
  const back = useWhenBack(() => send(one.version));
  const newcomer = useNewcomer(one.id, {
    onNone: (command) => add(command),
    onFaults: (named) => setFaults(Object.fromEntries(Object.entries(named).map(([path, sentence]) => [inForm(path), sentence]))),
  });
  const add = (command: CaseCommand) => write.run({ caseId: one.id, version: one.version, command });
  const put = (said: Readonly<Record<string, Answer | undefined>>) => {
    const ids = Object.keys(said);
    newcomer.forget();
    setFaults(Object.fromEntries(Object.entries(faults).filter(([path]) => !ids.some((id) => path === id || path.startsWith(`${id}.`)))));
    const given = Object.fromEntries(Object.entries({ ...answers, ...said }).filter(([, each]) => each !== undefined)) as Answers;
    change({ answers: ids.reduce((after, id) => answersAfter(context, type, id, after), given) });
  };
  const planned = one.planned.find((each) => each.id === answers.planId);
  const faultOf = (id: string) => {
    const fault = faults[id] ?? Object.entries(faults).find(([path]) => path.startsWith(`${id}.`))?.[1];
    const help = fields.find((each) => each.id === id)?.help;
    // A fault stands in place of the help, which says what this reason asks for.
    return fault === m.fault_code_requirement() && help ? `${fault}${label(help)}` : fault;
  };
  return (
    <Dialog
      title={goal && type === 'setGoal' ? m.goal_change() : label(title)}
      open
      onClose={onClose}
      width="wide"
      beside={
        type === 'recordVisit' &&
        one.closedAt === null &&
        state !== 'loading' && <VisitTimer plan={planned} answers={answers} onPut={put} />
      }
      actions={
        <>
          {type === 'recordVisit' && <CallSupport one={one} planId={typeof answers.planId === 'string' ? answers.planId : undefined} />}
          <FormNote state={state} savedAt={savedAt} waiting={back.waiting} onStop={back.stop} />
          <span className="sp" />
          {state === 'saved' && (
            <Button tone="bare" onClick={drop}>
              {m.draft_drop()}
            </Button>
          )}
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button
            tone="primary"
            busy={write.busy || newcomer.busy}
            disabled={newcomer.waiting !== undefined || state === 'loading'}
            onClick={() => send(one.version)}
          >
            {m.record()}
          </Button>
        </>
      }
    >
      {type === 'recordVisit' && <SupportCalls one={one} />}
      <Proposed one={one} type={type} />
      {(type === 'recordVisit' || type === 'recordContact') && <BeforeVisit one={one} planId={answers.planId} />}
      {plan && <p className="i2 t-s">{m.plan_as_it_stands()}</p>}
      {type === 'changeVisit' && <p className="i2 t-s">{m.plan_as_planned()}</p>}
      {fields.length === 0 && <p>{m.action_without_fields()}</p>}
      {state === 'loading' ? (
        <Skeleton lines={6} />
      ) : (
        <PeopleOfForm value={peopleOf(one, type, context.relatives)}>
          {newcomer.waiting && (
            <Alike
              rows={newcomer.waiting.rows}
              members={one.members.filter((each) => each.until === null).map((each) => each.personId)}
              busy={write.busy}
              onSame={(personId) => newcomer.waiting && add({ ...newcomer.waiting.command, personId, given: null })}
              onNone={() => newcomer.waiting && add(newcomer.waiting.command)}
            />
          )}
          <CommandFields
            fields={fields}
            formName={isRest(context.form) ? m.form_rest() : label(context.form?.label ?? null)}
            answers={answers}
            onPut={put}
            faultOf={faultOf}
          />
        </PeopleOfForm>
      )}
    </Dialog>
  );
}
