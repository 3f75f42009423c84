// Assessments: each with score, band, parts and who judged, against the last time; an override says why. What could not be done stands among them with its reason.
// Stand-in instruments are marked where they are filled in.
import { Badge } from '../../ui/Badge.tsx';
import { Section } from '../../ui/Section.tsx';
import { Shape } from '../../ui/Shape.tsx';
import { Empty } from '../../ui/states.tsx';
import tableStyles from '../../ui/Table.module.css';
import { formatMoment, m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { AssessmentAnswers } from './AssessmentAnswers.tsx';
import { type AssessmentView, lastTime, momentWords } from './assessment-draft.ts';
import styles from './Case.module.css';
import type { Workspace } from './queries.ts';

type Gap = Workspace['assessmentGaps'][number];

/** The assessments tab. */
export function AssessmentsTab({ one }: { one: Workspace }) {
  if (one.assessments.length + one.assessmentGaps.length === 0)
    return <Empty title={m.assessments_empty()}>{m.assessments_empty_more()}</Empty>;
  const all = [
    ...one.assessments.map((each) => ({ at: each.at, part: <Done key={each.id} one={one} shown={each} /> })),
    ...one.assessmentGaps.map((each) => ({ at: each.at, part: <NotDone key={each.id} one={one} gap={each} /> })),
  ];
  return <>{all.toSorted((a, b) => (a.at < b.at ? 1 : -1)).map((each) => each.part)}</>;
}

/** When, on which occasion, by whom, and about whom where there are several. */
function useHead(one: Workspace) {
  return ({ moment, at, by, subjectPersonId }: { moment: string } & Pick<Gap, 'at' | 'by' | 'subjectPersonId'>): string =>
    [momentWords()[moment] ?? moment, one.members.find((each) => each.personId === subjectPersonId)?.name ?? '', formatMoment(at), by]
      .filter(Boolean)
      .join(m.clause_mark());
}

function Done({ one, shown }: { one: Workspace; shown: AssessmentView }) {
  const label = useLabel();
  const head = useHead(one);
  const before = lastTime({ assessments: one.assessments.filter((each) => each.at < shown.at) }, shown, shown.subjectPersonId);
  return (
    <article>
      <Section
        as="h2"
        title={label(shown.label)}
        note={head(shown)}
        end={
          <b>
            {shown.score ?? ''} {label(shown.bandLabel)}
          </b>
        }
      />
      {shown.overridden && (
        <p className="pad">
          <Badge tone="attention">{m.overridden()}</Badge> {shown.overrideReason}
        </p>
      )}
      {(shown.flags.length > 0 || shown.triggers.length > 0) && (
        <ul className={`pad ${styles.triggers}`} aria-label={m.triggers()}>
          {[...shown.flags, ...shown.triggers].map((each) => (
            <li key={each.id}>
              <Shape meaning="attention" />
              {label(each.label)}
            </li>
          ))}
        </ul>
      )}
      <table className={tableStyles.table}>
        <tbody>
          {shown.parts.map((part) => {
            const earlier = before?.parts.find((each) => each.id === part.id)?.score;
            return (
              <tr key={part.id}>
                <td>{label(part.label)}</td>
                <td className="num">
                  {earlier !== undefined && earlier !== part.score && <span className="i3">{earlier} → </span>}
                  {part.score}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <AssessmentAnswers shown={shown} before={before} />
      {shown.note && (
        <p className="pad" style={{ whiteSpace: 'pre-wrap' }}>
          {shown.note}
        </p>
      )}
    </article>
  );
}

function NotDone({ one, gap }: { one: Workspace; gap: Gap }) {
  const label = useLabel();
  const head = useHead(one);
  return (
    <article>
      <Section as="h2" title={label(gap.label)} note={head(gap)} end={<b>{m.assessment_not_done()}</b>} />
      <p className="pad">
        {label(gap.reason)} <Badge>{gap.applies ? m.gap_still_owed() : m.gap_not_owed()}</Badge>
      </p>
      {gap.note && (
        <p className="pad" style={{ whiteSpace: 'pre-wrap' }}>
          {gap.note}
        </p>
      )}
    </article>
  );
}
