// What everything that happens in a case needs to know: who and where, the script that writes it down, and the pace.

import type { Instrument } from '@anwang/core/assessment';
import type { CaseFactsByType, MemberFact } from '@anwang/core/cases';
import type { Programme } from '@anwang/core/programs';
import type { Chance } from '../chance/index.ts';
import type { Rhythm } from './rhythm.ts';
import type { Actor, Script } from './script.ts';

export interface LifeSetting {
  readonly chance: Chance;
  readonly programme: Programme;
  /** By `id@version`. */
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly caseId: string;
  readonly number: string;
  readonly county: string;
  readonly district: string;
  readonly unit: string;
  readonly desk: Actor;
  readonly supervisor: Actor;
  readonly worker: Actor;
  /** Units that referrals may go to, with somebody who answers. */
  readonly partners: readonly Actor[];
  readonly members: readonly MemberFact[];
  readonly subject: string;
  readonly report: string;
  readonly dispatch: string;
  readonly band: CaseFactsByType['caseDispatched']['band'];
  readonly grade: string | null;
  readonly class: string | null;
  readonly needs: readonly string[];
  readonly receivedMs: number;
  readonly dispatchedMs: number;
  /** Not accepted before: when a dispute was decided; never = it waits for the arbiter. */
  readonly acceptableMs: number;
  readonly anchorMs: number;
}

export interface Living extends LifeSetting {
  readonly script: Script;
  readonly rhythm: Rhythm;
}

/** Danger now: those on duty go at night too. */
export const isEmergency = (life: LifeSetting): boolean => life.band === 'extreme';
