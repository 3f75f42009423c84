// Is a lexicon sound? Every concept is known, no phrase is empty or stands twice, and none begins or ends with a gap.

import { evidenceKinds, type Lexicon } from './lexicon.ts';

/** What is wrong, in words for whoever writes packs. `known`: whether a set holds a code. */
export function checkLexicon(lexicon: Lexicon, known: (set: string, code: string) => boolean): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const { kind, concept, phrases } of lexicon.entries) {
    const name = concept === null ? kind : `${concept.set}/${concept.code}`;
    if (!evidenceKinds.includes(kind)) faults.push(`${name}: no such kind ${kind}`);
    if (concept !== null && !known(concept.set, concept.code)) faults.push(`${name}: no such concept`);
    for (const phrase of phrases) {
      if (phrase.length < 2 || /^…|…$|……/.test(phrase)) faults.push(`${name}: the phrase "${phrase}" says too little`);
      if ([...lexicon.clauseEnds].some((end) => phrase.includes(end))) faults.push(`${name}: the phrase "${phrase}" goes over a clause`);
      const other = seen.get(phrase);
      // One phrase may speak of several concepts, but only once of each.
      if (other === name) faults.push(`${name}: the phrase "${phrase}" stands twice`);
      seen.set(phrase, name);
    }
  }
  return faults;
}
