// Two timelines read page by page, as one: nothing is shown further back than each of them has been read, or what lies between would seem not to have happened.

export type Lane<Entry> = { readonly entries: readonly Entry[]; readonly more: boolean };

/**
 * The entries of all lanes, newest first, as far back as every lane is known.
 * @returns them, and which lanes (by place) must be read on to see further back
 */
export function mergeLanes<Entry extends { readonly at: string }>(lanes: readonly Lane<Entry>[]): { entries: Entry[]; behind: number[] } {
  const reach = lanes.map(({ entries, more }) => (more ? (entries.at(-1)?.at ?? '9999') : ''));
  const horizon = reach.toSorted().at(-1) ?? '';
  const entries = lanes
    .flatMap((lane) => lane.entries)
    .filter((entry) => entry.at >= horizon)
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return { entries, behind: horizon === '' ? [] : reach.flatMap((at, index) => (at === horizon ? index : [])) };
}
