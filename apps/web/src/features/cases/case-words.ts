// How are the codes of a case said? By the value sets that came with it, then by the general words, then by the dictionary.
import { useCallback } from 'react';
import { generalWord } from '../../words/general-word.ts';
import { useConceptWords, useLabel } from '../../words/label.ts';
import type { Workspace } from './queries.ts';

/** Sets of the case whose codes other sets carry too, by the name of the fact. */
function ownSet(choices: Workspace['choices'], name: string | undefined) {
  const sets: Readonly<Record<string, string>> = {
    band: 'bands',
    override: 'bands',
    notDone: 'notDone',
    warnings: 'visitWarnings',
    home: 'homeChecks',
    // A telephone number that was sent, and a call.
    fields: 'referralFields',
    // A number of an article, a letter of TWSS.
    ground: 'placementGrounds',
    kind: 'placementKinds',
    how: 'placementEnds',
    notTold: 'placementNotTold',
  };
  return name === undefined ? undefined : choices[sets[name] ?? ''];
}

/** A code of this case in words. */
export function useCaseWords(one: Workspace): (code: string, name?: string) => string {
  const label = useLabel();
  const word = useConceptWords();
  return useCallback(
    (code, name) => {
      // A level of service and the result of an instrument may carry one code: safeWithPlan is no level of risk. So may a refusal of a visit and of an assessment.
      // What risk remains is a band of risk, though a level of service carries the same code.
      const risk = name === 'residualRisk' ? generalWord(code) : undefined;
      if (risk) return risk;
      const result = ownSet(one.choices, name)?.find((each) => each.code === code);
      if (result) return label(result.label);
      // Beside this case another of the family stands on one timeline.
      const programme = [one, ...one.siblings].find((each) => each.programme === code);
      if (programme) return label(programme.programmeLabel);
      const found = Object.values(one.choices)
        .flat()
        .find((each) => each.code === code || each.code.startsWith(`${code}@`));
      return found ? label(found.label) : (generalWord(code) ?? word(code));
    },
    [one, label, word],
  );
}
