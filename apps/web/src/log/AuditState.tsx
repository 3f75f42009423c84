// Does the log prove itself? How much is sealed, when it was verified last and how far, and what was found, in words.
import type { OutputOf } from '@anwang/contract';
import { api } from '../client/api.ts';
import { useWrite } from '../client/write.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { formatMoment, m } from '../words/index.ts';

type State = OutputOf<'audit', 'state'>;
type Finding = State['findings'][number];

const words: Readonly<Record<Finding['code'], (block: number) => string>> = {
  rowsDiffer: (block) => m.finding_rows_differ({ block }),
  sealBroken: (block) => m.finding_seal_broken({ block }),
  chainBroken: (block) => m.finding_chain_broken({ block }),
  blockMissing: (block) => m.finding_block_missing({ block }),
  headMissing: (block) => m.finding_head_missing({ block }),
  headDiffers: (block) => m.finding_head_differs({ block }),
  headForged: () => m.finding_head_forged(),
  noHeads: () => m.finding_no_heads(),
  strayRows: () => m.finding_stray_rows(),
  resultForged: () => m.finding_result_forged(),
  resultMissing: () => m.finding_result_missing(),
};

/** The first; how many there were is said beside it. */
const inShort = ([first, ...more]: readonly Finding[]): string =>
  first === undefined ? '' : words[first.code](first.block ?? 0) + (more.length > 0 ? '…' : '');

/** The state of the chain, and the button that has all of it read again. */
export function AuditState({ state }: { state: State }) {
  const verify = useWrite(api.audit.verify, { done: m.audit_asked(), refresh: [['audit', 'state']] });
  return (
    <div className="row wrap t-s">
      {state.intact === null ? (
        <Badge>{m.audit_unknown()}</Badge>
      ) : state.intact ? (
        <Badge tone="normal">{m.audit_intact()}</Badge>
      ) : (
        <Badge tone="urgent">{m.audit_broken()}</Badge>
      )}
      {state.verifiedAt && <span>{m.audit_verified({ time: formatMoment(state.verifiedAt), block: state.upToBlock })}</span>}
      {state.wholeAt && (
        <span className="i3">
          {(state.wholeBy === 'command' ? m.audit_whole_command : m.audit_whole)({ time: formatMoment(state.wholeAt) })}
        </span>
      )}
      <span>{m.audit_rows({ rows: state.rows, sealed: state.sealed, unsealed: state.unsealed })}</span>
      {state.lastSealedAt && <span className="i3">{m.audit_last({ time: formatMoment(state.lastSealedAt) })}</span>}
      {state.head && (
        <span className="i3" title={state.head}>
          {state.head.slice(0, 16)}
        </span>
      )}
      <Button size="small" busy={verify.busy} onClick={() => verify.run({})}>
        {m.audit_verify()}
      </Button>
      {state.findings.map((each) => (
        <span key={`${each.code} ${each.block}`} className="urg">
          {words[each.code](each.block ?? 0)}
        </span>
      ))}
      {state.past.map((one) => (
        <span key={one.at} className="i3">
          {m.audit_past({ time: formatMoment(one.at), what: inShort(one.findings), count: one.findings.length })}
        </span>
      ))}
    </div>
  );
}
