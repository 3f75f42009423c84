// Which unit? Those that fit the district first, in the order in which the rules propose them and with why; the rest apart. Searched by typing.
import type { OutputOf } from '@anwang/contract';
import { Chooser } from '../ui/Chooser.tsx';
import type { Choice } from '../ui/inputs.tsx';
import { m } from '../words/index.ts';
import { useDistrictWords, useLabel, useUnitWords } from '../words/label.ts';

type Unit = OutputOf<'screening', 'units'>['units'][number];

/** So many districts are named; the rest is counted. */
const namedDistricts = 3;

type Props = { label: string; units: readonly Unit[]; value: string; onChange: (unitId: string) => void };

/** The field. */
export function UnitChooser({ label: name, units, value, onChange }: Props) {
  const unitWord = useUnitWords();
  const district = useDistrictWords();
  const label = useLabel();
  const why = ({ reasons }: Unit) => reasons.map((each) => label(each.label)).join(m.list_mark());
  const load = ({ openCases, capacity }: Unit) =>
    capacity === null ? m.open_count({ n: openCases }) : m.load_of({ open: openCases, capacity });
  const served = ({ districts }: Unit) => {
    if (districts.length === 0) return '';
    const names = districts.slice(0, namedDistricts).map(district).join(m.list_mark());
    return districts.length > namedDistricts ? m.districts_and_more({ names, n: districts.length }) : names;
  };
  const choices = units.map(
    (unit): Choice => ({
      value: unit.unitId,
      label: unitWord(unit.unitName),
      note: [unit.fits ? why(unit) : served(unit), load(unit)].filter(Boolean).join(m.clause_mark()),
      group: unit.fits ? m.units_fitting() : m.units_elsewhere(),
    }),
  );
  const chosen = units.find((unit) => unit.unitId === value);
  return (
    <Chooser
      // The names of units and districts come after the list: a text that was set from the code would stay.
      key={choices.map((each) => each.label).join()}
      label={name}
      required
      value={value}
      choices={choices}
      onChange={onChange}
      hint={chosen && [why(chosen), load(chosen)].filter(Boolean).join(m.clause_mark())}
    />
  );
}
