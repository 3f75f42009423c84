// Who lives or is registered together, by which source and since when; who has left is named apart.
import type { FamilyPictureView } from '@anwang/contract/shapes';
import { Badge } from '../ui/Badge.tsx';
import { Section } from '../ui/Section.tsx';
import tableStyles from '../ui/Table.module.css';
import { formatDate, m } from '../words/index.ts';
import { useDistrictWords } from '../words/label.ts';
import { useSourceWords } from '../words/source.ts';
import { originWords } from './origin-words.ts';
import { type Named, PersonLink } from './PersonLink.tsx';

type Household = FamilyPictureView['households'][number];

/** The table of households. */
export function FamilyHouseholds({ households, people }: { households: readonly Household[]; people: readonly Named[] }) {
  const sourceWord = useSourceWords();
  const district = useDistrictWords();
  return (
    <>
      <Section title={m.households({ n: households.length })} />
      {households.length > 0 && (
        <table className={tableStyles.table}>
          <tbody>
            {households.map((household) => {
              const [now, before] = [true, false].map((here) => household.members.filter((each) => (each.until === null) === here));
              const first = now?.[0] ?? before?.[0];
              return (
                <tr key={household.id}>
                  <td style={{ width: 96 }}>{household.kind === 'lived' ? m.lived() : m.registered()}</td>
                  <td>
                    <Names members={now ?? []} people={people} />
                    {before && before.length > 0 && (
                      <div className="i2 t-xs">
                        {m.household_before()} <Names members={before} people={people} dated />
                      </div>
                    )}
                  </td>
                  <td className="nw">
                    {now?.some((each) => each.confidence === 'reported') && <Badge>{m.confidence_reported()}</Badge>}
                    {now?.some((each) => each.source === 'worker') && <Badge>{m.confidence_case()}</Badge>}
                  </td>
                  <td className="i3">{originWords(district(household.district), first ? sourceWord(first.source) : '', first?.since)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </>
  );
}

function Names({ members, people, dated }: { members: Household['members']; people: readonly Named[]; dated?: boolean }) {
  return members.map((each, at) => (
    <span key={each.personId}>
      {at > 0 && m.list_mark()}
      <PersonLink id={each.personId} people={people} />
      {dated && each.until && ` ${m.until_day({ date: formatDate(each.until) })}`}
    </span>
  ));
}
