// Rows with planted duplicates and typing errors for tests of the engine, from a seeded generator.

/** Numbers in [0, 1) from a 32-bit state (mulberry32). */
function seededNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = ['an', 'bel', 'cor', 'dan', 'el', 'fir', 'gal', 'hor', 'is', 'jon', 'kel', 'lor', 'mar', 'nor', 'os', 'per'];

export interface ToyPerson {
  readonly id: string;
  readonly source: string;
  readonly person: string;
  readonly name: string | null;
  readonly birth: string | null;
  readonly town: string | null;
  readonly phone: string | null;
  readonly [column: string]: string | null;
}

/** `persons` persons with one to three records each, errors and gaps at the given rate. */
export function toyWorld(seed: number, persons: number, errors = 0.15): ToyPerson[] {
  const next = seededNumbers(seed);
  const below = (n: number) => Math.floor(next() * n);
  const word = (n: number) => Array.from({ length: n }, () => SYLLABLES[below(SYLLABLES.length)]!).join('');
  const smudge = (text: string) => {
    if (next() >= errors) return text;
    const at = below(text.length);
    return text.slice(0, at) + String.fromCharCode(97 + below(26)) + text.slice(at + 1);
  };
  const gap = (text: string) => (next() < errors / 2 ? null : text);
  const rows: ToyPerson[] = [];
  for (let person = 0; person < persons; person++) {
    const name = word(3);
    const birth = `19${10 + below(90)}-${10 + below(3)}-${10 + below(19)}`;
    const town = word(1);
    const phone = `09${10_000_000 + below(90_000_000)}`;
    const copies = 1 + below(3);
    for (let copy = 0; copy < copies; copy++) {
      const row = { name: gap(smudge(name)), birth: gap(smudge(birth)), town: gap(town), phone: gap(smudge(phone)) };
      rows.push({ id: `r${person}-${copy}`, source: copy % 2 === 0 ? 'left' : 'right', person: String(person), ...row });
    }
  }
  return rows;
}

/** The same rows in another order. */
export function shuffled<T>(rows: readonly T[], seed: number): T[] {
  const next = seededNumbers(seed);
  const out = [...rows];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    const held = out[i]!;
    out[i] = out[j]!;
    out[j] = held;
  }
  return out;
}
