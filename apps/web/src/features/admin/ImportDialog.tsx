// A year of office days typed, pasted or taken from a file: the official calendar for everybody, or days of this county alone (a typhoon). It takes the place of what was there.
import { useId } from 'react';
import { api } from '../../client/api.ts';
import { isConflict, showConflict } from '../../client/conflict.ts';
import { useWrite } from '../../client/write.ts';
import { useDraft } from '../../drafts/use-draft.ts';
import { FormDialog } from '../../frame/FormDialog.tsx';
import { may, useMe } from '../../session/me.ts';
import { OptionRow, TextArea, TextInput } from '../../ui/inputs.tsx';
import { m, useLanguage } from '../../words/index.ts';
import { calendarLines, type LineFault, readCalendarCsv } from './calendar-csv.ts';
import { calendarSides } from './conflict.ts';
import { LeftOut } from './LeftOut.tsx';
import { readText } from './read-text.ts';

type Known = { date: string; name: string; kind: string; county: string | null };
type Versions = { nation: number; county: number };
/** `version` is that of the days which stood there when the lines were begun, also where they are finished another day. */
const nothing: { csv: string | null; source: string; scope: string; version: number | null } = {
  csv: null,
  source: '',
  scope: '',
  version: null,
};
const mostNamed = 8;

const whys: Readonly<Record<LineFault['why'], () => string>> = {
  date: m.line_date,
  otherYear: m.line_other_year,
  twice: m.line_twice,
  name: m.line_name,
  kind: m.line_kind,
  worksAnyway: m.line_works_anyway,
};

/** What is wrong, the first lines by number. */
function faultOf(wrong: readonly LineFault[]): string | undefined {
  if (wrong.length === 0) return undefined;
  const named = wrong.slice(0, mostNamed).map(({ line, why }) => m.line_fault({ line, why: whys[why]() }));
  return named.join(m.clause_mark()) + (wrong.length > mostNamed ? m.line_faults_more({ n: wrong.length - mostNamed }) : '');
}

/** The dialog. */
export function ImportDialog({
  year,
  known,
  versions,
  onClose,
}: {
  year: number;
  known: readonly Known[];
  versions: Versions;
  onClose: () => void;
}) {
  const me = useMe();
  const file = useId();
  const english = useLanguage() === 'en';
  const shown = english ? String(year) : String(year - 1911);
  const { value, change, state, savedAt, drop } = useDraft(`admin.calendar.${year}`, nothing);
  const nation = may(me, 'calendar.nation');
  const scope = nation ? value.scope || 'national' : 'county';
  const own = scope === 'county';
  const { source } = value;
  // An import takes the place of all days of the county: those that are there are where one begins.
  const before = known.filter((day) => (day.county !== null) === own);
  const csv = value.csv ?? (own ? calendarLines(before, english) : '');
  const current = own ? versions.county : versions.nation;
  const write = (text: string) => change({ ...value, csv: text, version: value.version ?? current });
  const { days, wrong } = readCalendarCsv(csv, year);
  const misplaced = days.findIndex((day) => (day.kind === 'countyClosure') !== own);
  const leftOut = csv.trim() === '' && !own ? [] : before.filter((day) => !days.some(({ date }) => date === day.date));
  const send = useWrite(api.admin.importCalendar, {
    done: m.calendar_imported({ year: shown, n: days.length }),
    onDone: () => {
      drop();
      onClose();
    },
    onProblem: (problem) => {
      if (!isConflict(problem)) return false;
      showConflict(calendarSides(problem.facts.theirs, problem.facts.yours));
      // Both sides were seen: what is sent next is based on theirs.
      if (value.csv !== null) change({ ...value, version: Number(problem.facts.current) });
      return true;
    },
  });
  return (
    <FormDialog
      title={m.calendar_import_year({ year: shown })}
      action={own ? m.calendar_close() : m.calendar_import()}
      width="wide"
      busy={send.busy}
      ready={(days.length > 0 || (own && before.length > 0)) && wrong.length === 0 && misplaced < 0 && source.trim() !== ''}
      draft={{ state, savedAt }}
      onClose={onClose}
      onSend={() => send.run({ year, version: value.version ?? current, source, county: own ? me.county.id : null, days })}
    >
      {nation ? (
        <OptionRow
          label={m.calendar_scope()}
          value={scope}
          choices={[
            { value: 'national', label: m.calendar_national() },
            { value: 'county', label: m.calendar_county() },
          ]}
          onChange={(next) =>
            change({ ...value, scope: next, version: value.csv === null ? null : next === 'county' ? versions.county : versions.nation })
          }
        />
      ) : (
        <p className="i2">{m.calendar_nation_note()}</p>
      )}
      <TextInput
        label={m.source()}
        required
        value={source}
        maxLength={200}
        error={send.problem?.fields.source}
        onChange={(next) => change({ ...value, source: next })}
        hint={own ? m.calendar_source_county() : m.calendar_source_hint()}
      />
      <div>
        <label htmlFor={file}>{m.calendar_file()}</label>{' '}
        <input
          id={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) void chosen.arrayBuffer().then((bytes) => write(readText(bytes)));
          }}
        />
      </div>
      <TextArea
        label={m.calendar_csv()}
        rows={10}
        value={csv}
        onChange={write}
        hint={own ? m.calendar_csv_hint_county() : m.calendar_csv_hint()}
        fault={faultOf(wrong) ?? (misplaced < 0 ? undefined : own ? m.calendar_only_closures() : m.calendar_closure_is_own())}
      />
      <p role="status">
        {m.calendar_csv_read({ n: days.length })}
        {before.length > 0 && m.clause_mark() + m.calendar_replaces({ n: before.length })}
      </p>
      <LeftOut days={leftOut} onKeep={() => write([csv.trimEnd(), calendarLines(leftOut, english)].filter(Boolean).join('\n'))} />
    </FormDialog>
  );
}
