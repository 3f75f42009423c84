// Which rules gave a report its band? Their ids, as the intake writes them.

import type { SynthReport } from '@anwang/synth';

export const bandReasonsOf = ({ suggestion }: SynthReport): string[] => suggestion.rules.map((rule) => rule.id);
