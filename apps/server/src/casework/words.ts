// Columns of casework as the contract's words, and labels with both languages.

import { band, casePersonRole, caseSide, caseStatus, referralStatus } from '@anwang/contract/shapes';
import { roles } from '@anwang/core/access';
import type { Label } from '@anwang/core/lang';
import type { Programme } from '@anwang/core/programs';
import { findProgramme } from '@anwang/packs';
import { wordReader } from '../word-reader.ts';

export const asBand = wordReader(band);
export const asCaseStatus = wordReader(caseStatus);
export const asSide = wordReader(caseSide);
export const asMemberRole = wordReader(casePersonRole);
export const asReferral = wordReader(referralStatus);

/** A label with both languages; a county's label without English shows the Chinese. */
export const both = (label: Label): { zh: string; en: string } => ({ zh: label.zh, en: label.en ?? label.zh });

type Pinned = { readonly programme: string; readonly pack_version: string };

/** The programme a row is pinned to. A case whose statement this server does not hold cannot be shown truly: that is a fault of deployment. */
export function programmeOf(row: Pinned): Programme {
  const programme = findProgramme(row.programme, row.pack_version);
  if (programme === null) throw new Error(`no programme ${row.programme} ${row.pack_version}`);
  return programme;
}

/** The label of a clock rule; a rule that the statement no longer has is said by its id. */
export function ruleLabel(programme: Programme, rule: string): { zh: string; en: string } {
  return both(programme.clocks.find((clock) => clock.id === rule)?.label ?? { zh: rule });
}

/** The steps of a rule's escalation in the order in which they are told, numbered from 1 by the job that tells them. */
export const escalationOf = (clock: Programme['clocks'][number]): Programme['clocks'][number]['escalate'] =>
  [...clock.escalate].sort((a, b) => b.hoursBefore - a.hoursBefore);

/** The role that was told last of a clock; null while nobody was. */
export function toldOf(programme: Programme, rule: string, step: number): { zh: string; en: string } | null {
  const clock = programme.clocks.find((one) => one.id === rule);
  const told = clock === undefined ? undefined : escalationOf(clock)[step - 1];
  return told === undefined ? null : both(roles[told.to].label);
}

/** The programme's name of a stage. */
export function stageLabel(programme: Programme, stage: string): { zh: string; en: string } {
  return both(programme.stages.find((one) => one.id === stage)?.label ?? { zh: stage });
}
