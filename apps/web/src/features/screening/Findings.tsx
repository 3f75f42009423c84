// What the narrative proposes, to be confirmed or rejected: the concept, the very words, and how it stands. Nothing here is a fact before a person confirms it.
import { api } from '../../client/api.ts';
import { useWrite } from '../../client/write.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { m } from '../../words/index.ts';
import { useLabel } from '../../words/label.ts';
import { quotes } from './evidence.ts';
import type { DeskReport } from './queries.ts';
import styles from './Screening.module.css';

type Finding = DeskReport['findings'][number];

const open = (one: Finding): boolean => one.state === 'proposed';

/** The list, what waits for a word first; nothing where the narrative proposes nothing. */
export function Findings({ report }: { report: DeskReport }) {
  const decide = useWrite(api.screening.evidence, { done: m.finding_done() });
  const rows = [...report.findings].sort((a, b) => Number(open(b)) - Number(open(a)) || Number(a.negated) - Number(b.negated));
  if (rows.length === 0) return null;
  const put = (one: Finding, decision: 'confirmed' | 'rejected') =>
    decide.run({ reportId: report.id, version: report.version, set: one.set, code: one.code, decision });
  return (
    <>
      <Section
        title={m.findings()}
        note={m.findings_note({ version: report.lexiconVersion })}
        end={m.findings_open({ n: rows.filter(open).length })}
      />
      <ul className={styles.findings}>
        {rows.map((one) => (
          <Line key={`${one.set}-${one.code}`} one={one} report={report} busy={decide.busy} onDecide={(decision) => put(one, decision)} />
        ))}
      </ul>
    </>
  );
}

type LineProps = { one: Finding; report: DeskReport; busy: boolean; onDecide: (decision: 'confirmed' | 'rejected') => void };

function Line({ one, report, busy, onDecide }: LineProps) {
  const label = useLabel();
  const name = label(one.label);
  const may = report.mayPropose.allowed;
  const said = quotes(report.narrative, one.places).map((each) => m.quoted({ text: each }));
  return (
    <li data-state={one.state}>
      <span>
        {name}
        {one.negated && <span className="i3"> {m.finding_denied()}</span>}
      </span>
      <span className="i2">{said.join('')}</span>
      <span className="row nw">
        {one.state === 'reported' && <span className="i3">{m.finding_reported()}</span>}
        {one.state === 'confirmed' && <span className="nor">{m.finding_confirmed({ name: one.by ?? '' })}</span>}
        {one.state === 'rejected' && <span className="i3">{m.finding_rejected({ name: one.by ?? '' })}</span>}
        {may && one.state !== 'confirmed' && one.state !== 'reported' && (
          <Button size="small" tone="bare" busy={busy} aria-label={`${m.confirm()} ${name}`} onClick={() => onDecide('confirmed')}>
            {m.confirm()}
          </Button>
        )}
        {may && one.state !== 'rejected' && (
          <Button size="small" tone="bare" busy={busy} aria-label={`${m.finding_reject()} ${name}`} onClick={() => onDecide('rejected')}>
            {m.finding_reject()}
          </Button>
        )}
      </span>
    </li>
  );
}
