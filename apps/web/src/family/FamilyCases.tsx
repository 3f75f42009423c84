// Cases of a family, the open ones first: system, whose, state, who leads, last contact. What the viewer may not open is named but not linked.
import { Link } from '@tanstack/react-router';
import { Ladder } from '../ui/Ladder.tsx';
import { Section } from '../ui/Section.tsx';
import styles from '../ui/Table.module.css';
import { hasEnded } from '../words/case-ended.ts';
import { statusWord } from '../words/case-status.ts';
import { formatDay, m } from '../words/index.ts';
import { useProgrammeWords, useUnitWords } from '../words/label.ts';
import type { Named } from './PersonLink.tsx';

type FamilyCase = {
  id: string;
  number: string;
  programme: string;
  status: string;
  stage: string;
  risk: 'extreme' | 'high' | 'medium' | 'low' | null;
  unitName: string;
  leadName: string | null;
  personIds: readonly string[];
  lastContactAt: string | null;
  readable: boolean;
};

/** The table; what has ended is counted apart and says so. Of one person alone the number stands where else is said whose case it is. */
export function FamilyCases({ cases, people }: { cases: readonly FamilyCase[]; people: readonly Named[] }) {
  const unitWord = useUnitWords();
  const programmeWord = useProgrammeWords();
  const names = (ids: readonly string[]) => ids.map((id) => people.find((each) => each.id === id)?.name ?? m.unnamed()).join(m.list_mark());
  const alone = people.length === 1;
  const past = cases.filter(hasEnded).length;
  return (
    <>
      <Section title={m.open_cases({ n: cases.length - past })} note={past > 0 ? m.cases_ended({ n: past }) : ''} end={m.last_contact()} />
      {cases.length > 0 && (
        <table className={`${styles.table} ${styles.tight} ${styles.cards}`}>
          <colgroup>
            <col style={{ width: 104 }} />
            <col />
            <col style={{ width: 76 }} />
            <col style={{ width: '42%' }} />
            <col style={{ width: 64 }} />
          </colgroup>
          <thead className="vh">
            <tr>
              <th scope="col">{m.programme()}</th>
              <th scope="col">{alone ? m.col_number() : m.who()}</th>
              <th scope="col">{m.stage()}</th>
              <th scope="col">{m.lead()}</th>
              <th scope="col">{m.last_contact()}</th>
            </tr>
          </thead>
          <tbody>
            {cases
              .toSorted((a, b) => Number(hasEnded(a)) - Number(hasEnded(b)))
              .map((each) => (
                <tr key={each.id}>
                  <td>
                    {each.readable ? <Link to={`/cases/${each.id}`}>{programmeWord(each.programme)}</Link> : programmeWord(each.programme)}
                  </td>
                  <td data-label={alone ? m.col_number() : m.who()} title={alone ? undefined : names(each.personIds)}>
                    {alone ? each.number : names(each.personIds)}
                  </td>
                  <td data-label={each.risk && !hasEnded(each) ? m.band_label() : m.stage()}>
                    {each.risk && !hasEnded(each) ? <Ladder band={each.risk} /> : statusWord(each.status)}
                  </td>
                  <td data-label={m.lead()} title={[unitWord(each.unitName), each.leadName].filter(Boolean).join(' ')}>
                    {[unitWord(each.unitName), each.leadName].filter(Boolean).join(' ')}
                  </td>
                  <td data-label={m.last_contact()} className="num i2">
                    {each.lastContactAt ? formatDay(each.lastContactAt) : m.none()}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      )}
    </>
  );
}
