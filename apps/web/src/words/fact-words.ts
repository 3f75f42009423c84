// The coded facts of an event in words: only codes, numbers and dates that mean something to a reader; ids stay out of sight.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** Facts as one line; empty when nothing in them is for reading. */
export function factWords(facts: Readonly<Record<string, unknown>>, word: (code: string) => string): string {
  const values = Object.values(facts).flatMap((value): string[] => {
    if (typeof value === 'number') return [String(value)];
    if (typeof value === 'string' && value !== '' && !uuid.test(value) && !/^\d{4}-\d\d-\d\dT/.test(value)) return [word(value)];
    if (Array.isArray(value)) return value.filter((each): each is string => typeof each === 'string' && !uuid.test(each)).map((each) => word(each));
    return [];
  });
  return values.join('，');
}
