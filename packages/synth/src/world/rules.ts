// Which rules does a demo county live under? Its desk and programmes as the packs state them for it; handed in, so that synth knows no pack by name.

import type { Instrument } from '@anwang/core/assessment';
import type { Programme } from '@anwang/core/programs';
import type { Desk } from '@anwang/core/screening';

export interface WorldRules {
  readonly desk: Desk;
  readonly programmes: ReadonlyMap<string, Programme>;
  /** By `id@version`. */
  readonly instruments: ReadonlyMap<string, Instrument>;
}

/** Gives running numbers; the writer keeps the counters, so that a resumed seed goes on where it stopped. */
export interface Numbers {
  report(county: string, atMs: number): string;
  case(county: string, prefix: string, atMs: number): string;
}
