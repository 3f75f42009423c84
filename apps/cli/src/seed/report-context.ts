import type { BusinessCalendar } from '@anwang/core/time';
import type { SynthOrg, WorldRules } from '@anwang/synth';

/** What rows about reports need to know beside the reports. */
export interface ReportContext {
  readonly org: SynthOrg;
  readonly rules: WorldRules;
  readonly calendar: BusinessCalendar;
  readonly anchorMs: number;
}
