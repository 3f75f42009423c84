// The stages that a programme names when it has no names of its own: one for each generic stage.

import { type GenericStage, genericStageLabels, genericStages, type StageDefinition } from '@anwang/core/programs';

/** One stage per generic stage, with the programme's own names and additional stages put in before the plain ones. */
export function stages(
  own: readonly StageDefinition[],
  names: Partial<Record<GenericStage, { zh: string; en: string }>> = {},
): StageDefinition[] {
  const plain = genericStages.map((generic): StageDefinition => {
    const { zh, en } = genericStageLabels[generic];
    return { id: generic, label: names[generic] ?? (en === undefined ? { zh } : { zh, en }), generic };
  });
  return [...own, ...plain];
}
