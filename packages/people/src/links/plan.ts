// What has to change when two people turn out to be one, or one to be two? Pure plans: a list of steps that the store carries out in one
// transaction. Source rows are untouched; links change state; everything that rests on a row follows it (house.md, Links between people).

import type { Following, Link } from './link.ts';

export type Step =
  /** The link gets this state; the store writes who and when. */
  | { readonly do: 'setLink'; readonly linkId: string; readonly state: 'candidate' | 'confirmed' | 'rejected' | 'undone' }
  /** A person is made from a row, with a founding link. */
  | { readonly do: 'found'; readonly personId: string; readonly recordId: string }
  /** A confirmed link between this row and this person is added. */
  | { readonly do: 'link'; readonly recordId: string; readonly personId: string; readonly basis: 'person' }
  /** What rests on the row (null: on the person `from`) now speaks of `to`. */
  | { readonly do: 'follow'; readonly recordId: string | null; readonly from: string | null; readonly to: string; readonly what: Following }
  /** The person's page leads to `into` from now on; null ends the redirect. */
  | { readonly do: 'redirect'; readonly personId: string; readonly into: string | null };

export type PlanProblem = 'alreadyDecided' | 'notConfirmed' | 'founding' | 'samePerson' | 'chain';
export type Plan = { readonly ok: true; readonly steps: readonly Step[] } | { readonly ok: false; readonly problem: PlanProblem };

const refuse = (problem: PlanProblem): Plan => ({ ok: false, problem });

/**
 * A person says that the row is this person.
 * @param links every link of the row that is not undone
 * @param current whom the row speaks of so far (a provisional person made from the row), or null
 */
export const planConfirm = (link: Link, links: readonly Link[], following: Following, current: string | null): Plan => {
  if (link.state !== 'candidate') return refuse('alreadyDecided');
  const founding = links.find((l) => l.state === 'confirmed' && l.id !== link.id);
  const provisional = founding?.basis === 'founding' ? founding : undefined;
  if (founding !== undefined && provisional === undefined) return refuse('alreadyDecided');
  const released: Step[] =
    provisional === undefined
      ? []
      : [
          { do: 'setLink', linkId: provisional.id, state: 'undone' },
          { do: 'redirect', personId: provisional.personId, into: link.personId },
        ];
  const others: Step[] = links
    .filter((l) => l.state === 'candidate' && l.id !== link.id)
    .map((l) => ({ do: 'setLink', linkId: l.id, state: 'rejected' }));
  return {
    ok: true,
    steps: [
      ...released,
      { do: 'setLink', linkId: link.id, state: 'confirmed' },
      ...others,
      { do: 'follow', recordId: link.recordId, from: provisional?.personId ?? current, to: link.personId, what: following },
    ],
  };
};

/**
 * A person says that the row is not this person. When it was the last candidate, the row founds somebody new.
 * @param newPersonId id for the person to be founded
 */
export const planReject = (link: Link, links: readonly Link[], following: Following, newPersonId: string): Plan => {
  if (link.state !== 'candidate') return refuse('alreadyDecided');
  const rejected: Step = { do: 'setLink', linkId: link.id, state: 'rejected' };
  const open = links.some((l) => l.id !== link.id && (l.state === 'candidate' || l.state === 'confirmed'));
  if (open) return { ok: true, steps: [rejected] };
  return {
    ok: true,
    steps: [
      rejected,
      { do: 'found', personId: newPersonId, recordId: link.recordId },
      { do: 'follow', recordId: link.recordId, from: null, to: newPersonId, what: following },
    ],
  };
};

/** A confirmed link was wrong: the row becomes a person of its own, and what rests on it follows. A founding link cannot be undone: nothing would be left. */
export const planUndo = (link: Link, following: Following, newPersonId: string): Plan => {
  if (link.state !== 'confirmed') return refuse('notConfirmed');
  if (link.basis === 'founding') return refuse('founding');
  return {
    ok: true,
    steps: [
      { do: 'setLink', linkId: link.id, state: 'undone' },
      { do: 'found', personId: newPersonId, recordId: link.recordId },
      { do: 'follow', recordId: link.recordId, from: link.personId, to: newPersonId, what: following },
    ],
  };
};

/** Ids sort by the moment they were made; the older one stays, so that addresses in old letters keep working. */
export const keptOf = (a: string, b: string): { kept: string; gone: string } => (a < b ? { kept: a, gone: b } : { kept: b, gone: a });

/**
 * Two people are one. The younger id redirects to the older, as does whoever led to the younger; rows and links stay, what rests on the younger follows.
 * @param redirects who already leads elsewhere
 * @param following what rests on the younger of the two
 */
export const planMerge = (a: string, b: string, redirects: ReadonlyMap<string, string>, following: Following): Plan => {
  if (a === b) return refuse('samePerson');
  const { kept, gone } = keptOf(a, b);
  // A chain would hide which decision joined whom.
  if (redirects.has(kept) || redirects.has(gone)) return refuse('chain');
  const led = [...redirects].filter(([, into]) => into === gone).map(([personId]) => personId);
  return {
    ok: true,
    steps: [
      ...[gone, ...led].map((personId): Step => ({ do: 'redirect', personId, into: kept })),
      { do: 'follow', recordId: null, from: gone, to: kept, what: following },
    ],
  };
};

/** Some rows of a person belong to somebody else: they found a new person together. */
export const planSplit = (rows: readonly { link: Link; following: Following }[], newPersonId: string): Plan => {
  const [first, ...rest] = rows;
  if (first === undefined || rows.some(({ link }) => link.state !== 'confirmed')) return refuse('notConfirmed');
  if (rows.some(({ link }) => link.basis === 'founding')) return refuse('founding');
  return {
    ok: true,
    steps: [
      // Undone first: a row has one confirmed link at any moment.
      ...rows.map(({ link }): Step => ({ do: 'setLink', linkId: link.id, state: 'undone' })),
      { do: 'found', personId: newPersonId, recordId: first.link.recordId },
      ...rest.map(({ link }): Step => ({ do: 'link', recordId: link.recordId, personId: newPersonId, basis: 'person' })),
      ...rows.map(
        ({ link, following }): Step => ({ do: 'follow', recordId: link.recordId, from: link.personId, to: newPersonId, what: following }),
      ),
    ],
  };
};
