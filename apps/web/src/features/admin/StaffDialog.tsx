// Many units and accounts from files: pasted or chosen, rehearsed first, every fault at its line, then all at once; the first passwords are shown once, to be handed out.
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { api } from '../../client/api.ts';
import type { ProblemView } from '../../client/problem.ts';
import { useWrite } from '../../client/write.ts';
import { DraftNote } from '../../drafts/DraftNote.tsx';
import { useDraft } from '../../drafts/use-draft.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/inputs.tsx';
import { m } from '../../words/index.ts';
import { FirstPasswords } from './FirstPasswords.tsx';
import { readText, unreadLines } from './read-text.ts';
import { type Lines, readUnits, readUsers } from './staff-csv.ts';
import { gatherFaults, runsOf } from './staff-faults.ts';
import { useStaffWords } from './staff-words.ts';

const nothing = { units: '', users: '' };
type Passwords = { userName: string; name: string; password: string }[];

const columnWords: Readonly<Record<string, () => string>> = {
  'name.zh': m.admin_name_zh,
  'name.en': m.admin_name_en,
  kind: m.admin_kind,
  capacity: m.admin_capacity,
  districts: m.admin_districts,
  telephone: m.unit_telephone,
  publicTelephone: m.unit_public_telephone,
  userName: m.user_name,
  name: m.name,
  title: m.job_title,
  unit: m.unit,
  extension: m.account_extension,
  grants: m.admin_roles,
  until: m.admin_until,
  ownNumber: m.own_number,
};

/** The dialog. */
export function StaffDialog({ onClose }: { onClose: () => void }) {
  const { value, change, state, savedAt, drop } = useDraft('admin.staff', nothing);
  const words = useStaffWords();
  const units = useMemo(() => readUnits(value.units, words), [value.units, words]);
  const users = useMemo(() => readUsers(value.users, words), [value.users, words]);
  /** The text that was rehearsed without a fault. */
  const [tried, setTried] = useState<string | undefined>(undefined);
  const [passwords, setPasswords] = useState<Passwords | undefined>(undefined);
  const text = `${value.units}\n\n${value.users}`;
  const send = useWrite(api.admin.importStaff, {
    onDone: (done) => {
      if (!done.written) return setTried(text);
      drop();
      setPasswords(done.passwords);
    },
    onProblem: (problem) => Object.keys(problem.fields).length > 0,
  });
  const run = (rehearsal: boolean) => send.run({ rehearsal, units: [...units.rows], users: [...users.rows] });
  if (passwords) return <FirstPasswords passwords={passwords} onClose={onClose} />;
  const empty = units.rows.length + users.rows.length === 0;
  return (
    <Dialog
      title={m.staff_import()}
      open
      onClose={onClose}
      width="wide"
      actions={
        <>
          <DraftNote state={state} savedAt={savedAt} />
          <span className="sp" />
          <Button onClick={onClose}>{m.keep_and_close()}</Button>
          <Button busy={send.busy} disabled={empty} onClick={() => run(true)}>
            {m.staff_rehearse()}
          </Button>
          <Button tone="primary" busy={send.busy} disabled={empty || tried !== text} onClick={() => run(false)}>
            {m.staff_import()}
          </Button>
        </>
      }
    >
      <p className="i2">{m.staff_rule()}</p>
      <Sheet
        label={m.admin_units()}
        hint={m.staff_units_hint()}
        value={value.units}
        onChange={(next) => change({ ...value, units: next })}
      />
      <Sheet
        label={m.admin_users()}
        hint={m.staff_users_hint()}
        value={value.users}
        onChange={(next) => change({ ...value, users: next })}
      />
      <p role="status">
        {tried === text
          ? send.busy
            ? m.staff_making()
            : m.staff_tried({ units: units.rows.length, users: users.rows.length })
          : m.staff_read({ units: units.rows.length, users: users.rows.length })}
      </p>
      <Unread sheet={m.admin_units()} text={value.units} />
      <Unread sheet={m.admin_users()} text={value.users} />
      {send.problem && <Faults problem={send.problem} units={units} users={users} />}
    </Dialog>
  );
}

function Sheet({ label, hint, value, onChange }: { label: string; hint: string; value: string; onChange: (next: string) => void }) {
  const file = useId();
  return (
    <>
      <div>
        <label htmlFor={file}>{m.staff_file({ what: label })}</label>{' '}
        <input
          id={file}
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) void chosen.arrayBuffer().then((bytes) => onChange(readText(bytes)));
          }}
        />
      </div>
      <TextArea label={label} rows={6} value={value} onChange={onChange} hint={hint} />
    </>
  );
}

/** Lines as a sentence has them. */
const linesOf = (all: readonly number[]): string =>
  runsOf(all)
    .map(([from, to]) => (from === to ? String(from) : m.staff_lines({ from, to })))
    .join(m.list_mark());

/** Names that the file could not hold are put right here, not found out when somebody signs in. */
function Unread({ sheet, text }: { sheet: string; text: string }) {
  const lines = useMemo(() => unreadLines(text), [text]);
  return lines.length > 0 && <p className="att">{m.staff_unread({ sheet, lines: linesOf(lines) })}</p>;
}

/** Of faults of form the server names so many at a time. */
const mostNamed = 50;

/** Each with its lines and column, as the file has them; brought to the eyes, since the sheets above it are long. */
function Faults({ problem, units, users }: { problem: ProblemView; units: Lines<unknown>; users: Lines<unknown> }) {
  const list = useRef<HTMLUListElement>(null);
  const said = Object.entries(problem.fields).join();
  useEffect(() => {
    if (said !== '') list.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  return (
    <ul ref={list} className="urg" role="alert">
      {gatherFaults(problem.fields, { units: units.at, users: users.at }).map(({ sheet, field, why, lines: all }) => (
        <li key={`${sheet} ${field} ${why}`}>
          {sheet === null
            ? `${field} ${why}`
            : m.staff_fault({
                sheet: sheet === 'units' ? m.admin_units() : m.admin_users(),
                line: linesOf(all),
                column: columnWords[field]?.() ?? field,
                why,
              })}
        </li>
      ))}
      {Object.keys(problem.fields).length === mostNamed && <li>{m.staff_more()}</li>}
    </ul>
  );
}
