// The acts about calls for support: they have a place of their own on the case, not among what may be recorded.

export type SupportAct = 'callSupport' | 'takeSupport' | 'endSupport';

/** All of them. */
export const supportActs: readonly SupportAct[] = ['callSupport', 'takeSupport', 'endSupport'];

/** Whether an act is one of them. */
export const isSupportAct = (type: string | undefined): type is SupportAct => supportActs.some((act) => act === type);

/** Whether an act has a place of its own on the case: calls for support on top of it, what is told of a visit beside its plan. */
export const hasOwnPlace = (type: string): boolean => type === 'tellVisit' || isSupportAct(type);
