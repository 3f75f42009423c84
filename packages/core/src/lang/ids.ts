// Which identifiers exist? Ids are uuid v7 strings or official codes; each kind is a plain string alias, so that rows and JSON need no casts.

/** Administrative code of a county or city as text (Ministry of the Interior): `64000`. */
export type CountyId = string;
/** Administrative code of a township or district as text, 8 digits. */
export type DistrictId = string;
/** Account of a person who signs in, or the name of a system actor. */
export type AccountId = string;
/** A unit of an agency: desk, family centre, precinct, school, … */
export type UnitId = string;
/** One person in the person index. */
export type PersonId = string;
/** One case (episode) in one programme. */
export type CaseId = string;
/** One report. */
export type ReportId = string;
/** A programme: `vulnerable-family`, `child-protection`, … */
export type ProgrammeId = string;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether `text` is a lower-case uuid of any version that we accept as an id. */
export function isUuid(text: string): boolean {
  return uuid.test(text);
}
