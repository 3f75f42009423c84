// The months from one to another, both included, as YYYY-MM.

/** Empty when the last comes before the first. */
export function monthsBetween(first: string, last: string): string[] {
  const at = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const [from, to] = [at(first), at(last)];
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => {
    const month = from + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
