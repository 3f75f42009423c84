// The instruments of a programme as served, and the answers while one is filled in.

export type ItemAnswers = Record<string, string | number | string[]>;
export type InstrumentUse = { instrument: string; version: string; moments: readonly string[]; about: string };

/** The instruments that a served programme uses. */
export function instrumentsOf(programme: unknown): InstrumentUse[] {
  const list = typeof programme === 'object' && programme !== null && 'instruments' in programme ? programme.instruments : [];
  return Array.isArray(list)
    ? list.filter(
        (each): each is InstrumentUse =>
          typeof each?.instrument === 'string' && typeof each?.version === 'string' && Array.isArray(each?.moments),
      )
    : [];
}
