// The programme's stages as a strip: done, now, to come. Read from the programme that the server serves at the version the case is pinned to;
// side ways (not opened, returned, short-term) appear only when the case is on them.
type Label = { zh: string; en: string };
export type StageMark = { id: string; label: Label; state: 'done' | 'now' | 'ahead' };
type Stage = { id: string; label: Label; generic: string };

const road = ['dispatched', 'accepted', 'assigned', 'assessing', 'openReview', 'planning', 'serving', 'closeReview', 'closed'];

function stagesOf(programme: unknown): Stage[] {
  const list = typeof programme === 'object' && programme !== null && 'stages' in programme ? programme.stages : [];
  return Array.isArray(list)
    ? list.filter(
        (each): each is Stage => typeof each?.id === 'string' && typeof each?.generic === 'string' && typeof each?.label?.zh === 'string',
      )
    : [];
}

/** The strip; empty while the programme is not known. @param stage the id of the programme's stage, or of the generic one */
export function stageStrip(programme: unknown, stage: string): StageMark[] {
  const stages = stagesOf(programme);
  const generic = stages.find((each) => each.id === stage)?.generic ?? stage;
  const own = (step: string): Label | undefined => (stages.findLast((each) => each.generic === step) ?? undefined)?.label;
  const labelled = road.flatMap((step) => {
    const label = own(step);
    return label ? [{ id: step, label }] : [];
  });
  const at = labelled.findIndex((each) => each.id === generic);
  if (at < 0) return [];
  return labelled.map((each, index) => ({ ...each, state: index < at ? 'done' : index === at ? 'now' : 'ahead' }));
}
