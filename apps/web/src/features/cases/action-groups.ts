// In which group does an act stand? What is decided first, then what is written every day; an act that no group names stands with the records.
export const actionGroups = [
  {
    id: 'decide',
    types: [
      'decideOpening',
      'decideClosure',
      'decideTransfer',
      'answerTransfer',
      'decideMove',
      'proposeOpening',
      'proposeClosure',
      'reopen',
      'withdrawProposal',
    ],
  },
  {
    id: 'record',
    types: ['recordVisit', 'recordContact', 'planVisit', 'changeVisit', 'cancelVisit', 'addNote', 'attachFile', 'raiseRisk'],
  },
  { id: 'placement', types: ['placeChild', 'askCourt', 'recordRuling', 'tellPlacement', 'movePlacement', 'endPlacement'] },
  { id: 'assess', types: ['completeAssessment', 'skipAssessment', 'draftPlan', 'setGoal', 'reviewGoal', 'recordService'] },
  {
    id: 'network',
    types: [
      'sendReferral',
      'cancelReferral',
      'addCollaborator',
      'endCollaborator',
      'grantShare',
      'endShare',
      'proposeTransfer',
      'withdrawTransfer',
      'proposeMove',
      'withdrawMove',
    ],
  },
  {
    id: 'people',
    types: ['assignWorker', 'handOverLead', 'addMember', 'changeRole', 'removeMember', 'tellHome', 'tellKin', 'takeBackFamily'],
  },
  { id: 'clocks', types: ['pauseClock', 'resumeClock'] },
] as const;

export type ActionGroupId = (typeof actionGroups)[number]['id'];

/** The acts by group in the order of the groups; empty groups are left out. */
export function byGroup<Act extends { readonly type: string }>(acts: readonly Act[]): { id: ActionGroupId; acts: Act[] }[] {
  const groupOf = (type: string): ActionGroupId =>
    actionGroups.find((group) => (group.types as readonly string[]).includes(type))?.id ?? 'record';
  const orderOf = (act: Act): number => actionGroups.flatMap((group) => [...group.types] as string[]).indexOf(act.type);
  return actionGroups.flatMap(({ id }) => {
    const own = acts.filter((act) => groupOf(act.type) === id).sort((a, b) => orderOf(a) - orderOf(b));
    return own.length > 0 ? [{ id, acts: own }] : [];
  });
}
