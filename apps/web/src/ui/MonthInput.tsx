// A month by its 民國 year, chosen from those there are; the newest first.
import { formatMonth } from '../words/index.ts';
import type { FieldFrame } from './Field.tsx';
import { SelectInput } from './inputs.tsx';
import { monthsBetween } from './months-between.ts';

type Props = FieldFrame & {
  /** YYYY-MM, or '' while none is chosen. */
  value: string;
  onChange: (month: string) => void;
  /** What is meant while none is chosen. */
  empty: string;
  /** First and last month that may be chosen; null while it is not known. */
  first: string | null;
  last: string | null;
};

/** A field for one month. */
export function MonthInput({ value, onChange, first, last, empty, ...frame }: Props) {
  const months = first !== null && last !== null ? monthsBetween(first, last).reverse() : [];
  // A month of the address that lies outside stays readable.
  const all = value !== '' && !months.includes(value) ? [value, ...months] : months;
  const choices = all.map((each) => ({ value: each, label: formatMonth(each) }));
  return <SelectInput {...frame} value={value} onChange={onChange} empty={empty} choices={choices} />;
}
