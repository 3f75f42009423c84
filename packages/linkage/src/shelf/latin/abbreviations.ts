// One short form for words that addresses and names of organisations write in several ways, and the legal forms that say nothing of identity.
// After the US Postal Service's Publication 28 (street suffixes, directionals) and everyday usage.

const ADDRESS =
  'street st|avenue ave av aven|road rd|boulevard blvd boul|drive dr drv|lane ln|court ct|place pl|square sq|terrace ter terr|parkway pkwy pky|highway hwy|circle cir|crescent cres cr|close cl|' +
  'grove gr|parade pde|esplanade esp|north n|south s|east e|west w|northeast ne|northwest nw|southeast se|southwest sw|apartment apt|suite ste|floor fl|unit u|building bldg|room rm|' +
  'saint st|mount mt|fort ft|first 1st|second 2nd|third 3rd|fourth 4th|fifth 5th|sixth 6th|seventh 7th|eighth 8th|ninth 9th|tenth 10th';
const ORGANISATION =
  'center centre ctr cntr|school sch|saint st|university univ|department dept|association assn assoc|international intl|national natl|committee comm|community comm|foundation fdn|' +
  'institute inst|hospital hosp|brothers bros|services service svc svcs serv|company co|children childrens child chldrn|manufacturing mfg|management mgmt|development dev devel';
const LEGAL_FORMS = new Set(
  'inc incorporated ltd limited llc llp lp plc corp corporation gmbh ag sa nv bv pty oy ab as kg sarl srl spa the'.split(' '),
);

const shortForms = (table: string): ReadonlyMap<string, string> => {
  const map = new Map<string, string>();
  for (const family of table.split('|')) {
    const forms = family.split(' ');
    for (const form of forms) if (!map.has(form)) map.set(form, forms[1]!);
  }
  return map;
};

const ADDRESS_FORMS = shortForms(ADDRESS);
const ORGANISATION_FORMS = shortForms(ORGANISATION);

/** Words of an address with each word in its short form. */
export const addressWords = (words: readonly string[]): readonly string[] => words.map((word) => ADDRESS_FORMS.get(word) ?? word);

/** Words of an organisation's name without legal forms, unless nothing else is left. */
export const organisationWords = (words: readonly string[]): readonly string[] => {
  const telling = words.filter((word) => !LEGAL_FORMS.has(word));
  return (telling.length > 0 ? telling : words).map((word) => ORGANISATION_FORMS.get(word) ?? word);
};
