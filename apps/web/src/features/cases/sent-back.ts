// A proposal that was sent back is mended, not typed again: the form begins with what was proposed, and the remarks stand above it.
import type { Answers } from '@anwang/core/forms';
import { asFormAnswers } from './form-fields.ts';
import type { TimelineEntry, Workspace } from './queries.ts';

type Approval = Workspace['approvals'][number];
type Proposal = { readonly kind: Approval['kind']; readonly event: string; readonly answers: Readonly<Record<string, string>> };

/** The acts that propose: their approval, their event, and which fact of it each field was. */
const proposals: Readonly<Record<string, Proposal>> = {
  proposeOpening: { kind: 'opening', event: 'openingProposed', answers: { decision: 'outcome', reason: 'reasons' } },
  proposeClosure: {
    kind: 'closing',
    event: 'closureProposed',
    answers: { closureCode: 'reason', residualRisk: 'residualRisk', followUpOn: 'followUpOn' },
  },
};

/** The last proposal of this kind where it was sent back or taken back; undefined where it waits, was approved, or never was. */
export function sentBackOf({ approvals }: Pick<Workspace, 'approvals'>, type: string): Approval | undefined {
  const kind = proposals[type]?.kind;
  const last = approvals.filter((each) => each.kind === kind).toSorted((a, b) => b.proposedAt.localeCompare(a.proposedAt))[0];
  return last?.decision === 'sentBack' || last?.decision === 'withdrawn' ? last : undefined;
}

/** What the form of the act begins with, from the timeline; empty where the proposal is not on what was read of it. */
export function answersOfProposal(type: string, entries: readonly TimelineEntry[]): Answers {
  const proposal = proposals[type];
  const entry = proposal && entries.find((each) => each.type === proposal.event);
  if (!proposal || !entry) return {};
  const said = Object.entries(proposal.answers).flatMap(([field, fact]): [string, string][] => {
    const value = entry.facts[fact];
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? [[field, first]] : [];
  });
  return { ...asFormAnswers(entry.answers), ...Object.fromEntries(said), ...(entry.text ? { summary: entry.text } : {}) };
}
