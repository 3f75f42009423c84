// What the lexicon finds in a narrative, as the desk sees it: stretches with their kind, and the concepts they propose with how each of them stands. A finding
// becomes a fact only when a person confirms it; one that the reporter ticked is a fact already and says so.
import type { OutputOf } from '@anwang/contract';
import type { FindingConcept } from '@anwang/core/narrative';
import { extract, findings } from '@anwang/narrative';
import { lexicon } from '@anwang/packs';
import type { EvidenceDecision } from '@anwang/store/intake';
import type { PacksInForce } from '../packs-in-force.ts';
import type { GivenReport } from './report-facts.ts';

type DeskReport = OutputOf<'screening', 'report'>;
type Facts = Pick<GivenReport, 'grounds' | 'needs' | 'immediateDanger' | 'childrenInHome'>;

const questions = {
  immediateDanger: { zh: '有立即危險', en: 'Immediate danger' },
  childrenInHome: { zh: '家中有兒少', en: 'Children in the home' },
} as const;

/** A concept in words. */
function conceptWords(packs: Pick<PacksInForce, 'word'>, { set, code }: FindingConcept): { zh: string; en: string } {
  return set === 'immediateDanger' || set === 'childrenInHome' ? questions[set] : packs.word(set, code).label;
}

/** Whether the report has the fact. */
function isFact(facts: Facts, { set, code }: FindingConcept): boolean {
  if (set === 'grounds') return facts.grounds.includes(code);
  if (set === 'needType') return facts.needs.includes(code);
  return facts[set] === 'yes';
}

/** Evidence and findings of a report. `names`: of the people it names. */
export function evidenceView(
  packs: Pick<PacksInForce, 'word'>,
  narrative: string,
  names: readonly string[],
  facts: Facts,
  decisions: ReadonlyMap<string, EvidenceDecision>,
): Pick<DeskReport, 'evidence' | 'findings' | 'lexiconVersion'> {
  const evidence = extract(narrative, lexicon, names);
  return {
    lexiconVersion: lexicon.version,
    evidence: evidence.map(({ kind, start, end, negated }) => ({ kind, start, end, negated })),
    findings: findings(evidence).map(({ concept, negated, places }) => {
      const decided = decisions.get(`${concept.set} ${concept.code}`);
      const fact = isFact(facts, concept);
      const state = decided !== undefined ? decided.decision : fact ? 'reported' : 'proposed';
      return {
        set: concept.set,
        code: concept.code,
        label: conceptWords(packs, concept),
        negated,
        places: places.map((place) => ({ ...place })),
        state,
        fact,
        by: decided?.by ?? null,
        at: decided?.at ?? null,
      };
    }),
  };
}
