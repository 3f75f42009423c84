// The closed vocabularies stand in the contract for callers and in the schema as checks: neither can be made from the other at run time (the browser has no database,
// the database no TypeScript), so they are held together here. A word in one of them alone is an answer that cannot be stored, or a row that cannot be shown.
import { readFileSync } from 'node:fs';
import * as shapes from '@anwang/contract/shapes';
import { expect, test } from 'vitest';

const schema = readFileSync(new URL('../../../../packages/store/schema.sql', import.meta.url), 'utf8');

/** The words that a check of the schema allows. */
function checked(constraint: string): string[] {
  const line = schema.split('\n').find((one) => one.includes(`constraint ${constraint} CHECK`)) ?? '';
  return [...line.matchAll(/'([^']+)'::text/g)].map((word) => word[1] ?? '').sort();
}

test.each([
  ['report_band_check', shapes.band],
  ['proposal_band_check', shapes.band],
  ['case_risk_check', shapes.band],
  ['addition_raised_band_check', shapes.band],
  ['report_band_source_check', shapes.bandSource],
  ['proposal_band_source_check', shapes.bandSource],
  ['proposal_line_urgency_check', shapes.urgency],
  ['report_status_check', shapes.reportStatus],
  ['report_person_role_check', shapes.reportPersonRole],
  ['proposal_outcome_check', shapes.deskOutcome],
  ['dispatch_status_check', shapes.dispatchStatus],
  ['unit_kind_check', shapes.unitKind],
  ['case_status_check', shapes.caseStatus],
  ['case_side_check', shapes.caseSide],
  ['reach_side_check', shapes.caseSide],
  ['case_person_role_check', shapes.casePersonRole],
  ['kin_relation_check', shapes.kinRelation],
  ['kin_confidence_check', shapes.confidence],
  ['household_member_confidence_check', shapes.confidence],
  ['flag_sensitivity_check', shapes.sensitivity],
  ['event_sensitivity_check', shapes.sensitivity],
  ['flag_severity_check', shapes.severity],
  ['contact_kind_check', shapes.contactKind],
  ['referral_status_check', shapes.referralStatus],
  ['person_sex_check', shapes.sex],
  ['account_locale_check', shapes.language],
] as const)('%s allows the words of the contract and no other', (constraint, vocabulary) => {
  expect(checked(constraint)).toEqual([...vocabulary.options].sort());
});
