// What a case found out of the family, as its timeline says it: of whom, what, and by what it is known.
import { m } from '../paraglide/messages.js';
import { formatDate } from './dates.ts';

type Facts = Readonly<Record<string, unknown>>;
type Words = { readonly word: (code: string, name?: string) => string; readonly nameOf?: (id: string) => string | undefined };

const bases: Readonly<Record<string, () => string>> = {
  visit: m.family_basis_visit,
  family: m.family_basis_family,
  agency: m.family_basis_agency,
  document: m.family_basis_document,
};

/** Whether these are such facts. */
export const isOfFamily = (facts: Facts): boolean =>
  typeof facts.word === 'string' && (facts.about === 'kin' || facts.about === 'home') && facts.basis !== undefined;

/** The sentence with its ground. */
export function familyFactWords(facts: Facts, { word, nameOf }: Words): string[] {
  // With whom somebody lives stands with the words of the case alone.
  if (facts.person === undefined) return [m.family_home_said(), bases[String(facts.basis)]?.() ?? ''].filter(Boolean);
  const name = (id: unknown) => nameOf?.(String(id)) ?? m.unnamed();
  const [a, b] = [name(facts.person), name(facts.other)];
  const date = (value: unknown) => (typeof value === 'string' ? formatDate(value) : undefined);
  const [since, until] = [date(facts.since), date(facts.until)];
  const said =
    facts.about === 'kin'
      ? typeof facts.relation === 'string'
        ? m.family_is({ a, b, relation: word(facts.relation, 'relation') })
        : m.family_is_not({ a, b })
      : until
        ? m.family_lived_until({ a, b, date: until })
        : facts.lives === true
          ? m.family_lives_with({ a, b })
          : m.family_lives_apart({ a, b });
  return [said, since ? m.since_day({ date: since }) : '', bases[String(facts.basis)]?.() ?? ''].filter(Boolean);
}
