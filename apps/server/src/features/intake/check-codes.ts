// Are the coded answers of a report codes of the packs? What is not is said by field.
import type { WrongField } from '@anwang/contract/problems';
import type { ReportInput } from '@anwang/contract/shapes';
import type { PacksInForce } from '../../packs-in-force.ts';

/** Fields whose code does not stand in its value set. */
export function unknownCodes(packs: PacksInForce, input: ReportInput): WrongField[] {
  const check = (path: string, set: string, code: string | null): WrongField[] =>
    code === null || packs.has(set, code) ? [] : [{ path, reason: `notInValueSet:${set}` }];
  return [
    ...check('reporterKind', 'reporterKind', input.reporterKind),
    ...check('placeKind', 'placeKind', input.placeKind),
    ...input.grounds.flatMap((code, at) => check(`grounds.${at}`, 'grounds', code)),
    ...input.needs.flatMap((code, at) => (packs.has('needType', code) ? [] : check(`needs.${at}`, 'need', code))),
    ...input.persons.flatMap((person, at) => [
      ...check(`persons.${at}.relationToSubject`, 'relation', person.relationToSubject),
      ...check(`persons.${at}.whereabouts`, 'whereabouts', person.whereabouts),
    ]),
  ];
}
