// The instruments of the national packs.

import type { Instrument } from '@anwang/core/assessment';
import { sdmSafety } from './sdm-safety.ts';
import { tipvda } from './tipvda-1.ts';
import { vfVulnerability } from './vf-vulnerability.ts';

/** Every instrument, in its present version. */
export const instruments: readonly Instrument[] = [tipvda, sdmSafety, vfVulnerability];
