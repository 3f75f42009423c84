// Does the log prove itself? How much is sealed, and whether the chain holds, in words.
import { Badge } from '../../ui/Badge.tsx';
import { formatMoment, m } from '../../words/index.ts';

type State = {
  rows: number;
  sealed: number;
  unsealed: number;
  lastSealedAt: string | null;
  head: string | null;
  intact: boolean | null;
  findings: readonly string[];
};

/** One line on the state of the chain. */
export function AuditState({ state }: { state: State }) {
  return (
    <div className="row wrap t-s">
      {state.intact === null ? (
        <Badge>{m.audit_unknown()}</Badge>
      ) : state.intact ? (
        <Badge tone="normal">{m.audit_intact()}</Badge>
      ) : (
        <Badge tone="urgent">{m.audit_broken()}</Badge>
      )}
      <span>{m.audit_rows({ rows: state.rows, sealed: state.sealed, unsealed: state.unsealed })}</span>
      {state.lastSealedAt && <span className="i3">{m.audit_last({ time: formatMoment(state.lastSealedAt) })}</span>}
      {state.head && (
        <span className="i3" title={state.head}>
          {state.head.slice(0, 16)}
        </span>
      )}
      {state.findings.map((each) => (
        <span key={each} className="urg">
          {each}
        </span>
      ))}
    </div>
  );
}
