// The family plan and its goals, each with need, how success is known, state and date.
import { useUrl } from '../../frame/url.ts';
import { Badge, type BadgeTone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { Empty, NoPermission } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatDate, formatMoment, m } from '../../words/index.ts';
import { useCaseWords } from './case-words.ts';
import { FormAnswers } from './FormAnswers.tsx';
import type { Workspace } from './queries.ts';

/** The plan tab. */
export function PlanTab({ one, visible }: { one: Workspace; visible: boolean }) {
  const word = useCaseWords(one);
  const [, setUrl] = useUrl('act', 'goal');
  const can = (type: string) => one.allowed.some((each) => each.type === type);
  if (!visible && !one.plan && one.goals.length === 0) return <NoPermission why={m.part_not_shared()} />;
  if (!one.plan && one.goals.length === 0) return <Empty title={m.plan_empty()}>{m.plan_empty_more()}</Empty>;
  const words = {
    active: m.goal_active(),
    achieved: m.goal_achieved(),
    partly: m.goal_partly(),
    notAchieved: m.goal_not_achieved(),
    dropped: m.goal_dropped(),
  };
  const tones: Record<string, BadgeTone> = { achieved: 'normal', notAchieved: 'attention' };
  return (
    <>
      {one.plan && (
        <>
          <Section
            as="h2"
            title={m.plan()}
            note={formatMoment(one.plan.at)}
            end={one.plan.reviewOn ? m.review_on({ date: formatDate(one.plan.reviewOn) }) : ''}
          />
          <p className="pad" style={{ whiteSpace: 'pre-wrap' }}>
            {one.plan.summary ?? m.part_not_shared()}
          </p>
          <FormAnswers one={one} act="draftPlan" answers={one.plan.answers} />
        </>
      )}
      <Section as="h2" title={m.goals({ n: one.goals.length })} />
      <table className={`${tableStyles.table} ${tableStyles.cards}`}>
        <thead>
          <tr>
            <th scope="col">{m.need()}</th>
            <th scope="col">{m.goal()}</th>
            <th scope="col">{m.success()}</th>
            <th scope="col">{m.state()}</th>
            <th scope="col">{m.due_on()}</th>
            {(can('setGoal') || can('reviewGoal')) && (
              <th scope="col" data-print="no">
                <span className="vh">{m.actions_now()}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {one.goals.map((each) => (
            <tr key={each.id}>
              <td data-label={m.need()}>{word(each.need)}</td>
              <td data-label={m.goal()}>
                {each.goal}
                {each.note ? <div className="i3">{each.note}</div> : null}
              </td>
              <td data-label={m.success()}>{each.measureOfSuccess}</td>
              <td data-label={m.state()}>
                <Badge tone={tones[each.status] ?? 'plain'}>{words[each.status]}</Badge>
              </td>
              <td className="nw" data-label={m.due_on()}>
                {each.dueOn ? formatDate(each.dueOn) : ''}
              </td>
              {(can('setGoal') || can('reviewGoal')) && (
                <td className="nw" data-print="no">
                  {can('reviewGoal') && (
                    <Button
                      size="small"
                      aria-label={`${m.goal_review()} ${each.goal ?? word(each.need)}`}
                      onClick={() => setUrl({ act: 'reviewGoal', goal: each.id })}
                    >
                      {m.goal_review()}
                    </Button>
                  )}{' '}
                  {can('setGoal') && (
                    <Button
                      size="small"
                      tone="bare"
                      aria-label={`${m.goal_edit()} ${each.goal ?? word(each.need)}`}
                      onClick={() => setUrl({ act: 'setGoal', goal: each.id })}
                    >
                      {m.goal_edit()}
                    </Button>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
