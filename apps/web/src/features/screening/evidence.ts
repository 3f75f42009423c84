// Which stretches of a narrative are evidence, and of what kind? Marks may overlap; the stronger kind is drawn (danger over person over
// time over place), and no character is lost.

type EvidenceKind = 'person' | 'place' | 'time' | 'danger';
export type Mark = { kind: EvidenceKind; start: number; end: number };
export type Stretch = { text: string; kind: EvidenceKind | null };

const strength: Readonly<Record<EvidenceKind, number>> = { danger: 4, person: 3, time: 2, place: 1 };

/** The narrative cut into stretches. Marks outside the text are cut off. */
export function stretches(text: string, marks: readonly Mark[]): Stretch[] {
  const kinds: (EvidenceKind | null)[] = Array.from({ length: text.length }, () => null);
  for (const mark of marks)
    for (let at = Math.max(0, mark.start); at < Math.min(text.length, mark.end); at += 1) {
      const held = kinds[at] ?? null;
      if (held === null || strength[mark.kind] > strength[held]) kinds[at] = mark.kind;
    }
  const found: Stretch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const last = found.at(-1);
    const kind = kinds[at] ?? null;
    if (last && last.kind === kind) last.text += text[at];
    else found.push({ text: text[at]!, kind });
  }
  return found;
}
