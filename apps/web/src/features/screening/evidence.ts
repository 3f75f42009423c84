// Which stretches of a narrative are evidence, and of what kind? Places are code points, as the server counts them; marks may overlap: the stronger kind is drawn
// (danger over person over time over place; what the text denies is weakest), and no character is lost.

type EvidenceKind = 'person' | 'place' | 'time' | 'danger' | 'denied';
export type Mark = { kind: Exclude<EvidenceKind, 'denied'>; start: number; end: number; negated: boolean };
export type Stretch = { text: string; kind: EvidenceKind | null };

const strength: Readonly<Record<EvidenceKind, number>> = { danger: 5, person: 4, time: 3, place: 2, denied: 1 };

/** The narrative cut into stretches. Marks outside the text are cut off. */
export function stretches(narrative: string, marks: readonly Mark[]): Stretch[] {
  const text = [...narrative];
  const kinds: (EvidenceKind | null)[] = Array.from({ length: text.length }, () => null);
  for (const mark of marks) {
    const kind = mark.negated ? 'denied' : mark.kind;
    for (let at = Math.max(0, mark.start); at < Math.min(text.length, mark.end); at += 1) {
      const held = kinds[at] ?? null;
      if (held === null || strength[kind] > strength[held]) kinds[at] = kind;
    }
  }
  const found: Stretch[] = [];
  for (const [at, char] of text.entries()) {
    const last = found.at(-1);
    const kind = kinds[at] ?? null;
    if (last && last.kind === kind) last.text += char;
    else found.push({ text: char, kind });
  }
  return found;
}

/** The words at some places of a narrative, each once. */
export function quotes(narrative: string, places: readonly { start: number; end: number }[]): string[] {
  const text = [...narrative];
  return [...new Set(places.map(({ start, end }) => text.slice(start, end).join('')))];
}
