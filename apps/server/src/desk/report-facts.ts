// What triage may know about a report: from what was given, and from what matching found. Unknown stays unknown.
import type { Band } from '@anwang/core/cases';
import { tyingRelations } from '@anwang/core/identity';
import { isAbout, type ReportFacts } from '@anwang/core/screening';
import { ageOn, dateIn, type Instant, type PlainDate, taipei } from '@anwang/core/time';

type GivenPerson = {
  readonly role: string;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly ageApproximate: number | null;
  readonly relation?: string | null;
};

export type GivenReport = {
  readonly grounds: readonly string[];
  readonly needs: readonly string[];
  readonly immediateDanger: 'yes' | 'no' | 'unknown';
  readonly childrenInHome: 'yes' | 'no' | 'unknown';
  readonly channel: string;
  readonly reporterKind: string;
  readonly receivedAt: Instant;
  readonly persons: readonly GivenPerson[];
  /** Programme and band of the case that another county hands over. */
  readonly goesOn?: { readonly programme: string; readonly band: Band } | null;
  readonly tipvda?: { readonly score: number | null; readonly lethal: number | null };
};

/** What matching adds; empty before it ran. */
export type Matched = {
  readonly priorReports: number;
  readonly openProgrammes: readonly string[];
  readonly flags: readonly string[];
  readonly otherCounty: boolean | null;
};

export const unmatched: Matched = { priorReports: 0, openProgrammes: [], flags: [], otherCounty: null };

const answer = (said: 'yes' | 'no' | 'unknown'): boolean | null => (said === 'unknown' ? null : said === 'yes');

/** Age when it was received, as far as somebody said; empty where nobody did. */
const agesOf = ({ birthDate, ageApproximate }: GivenPerson, today: PlainDate): number[] =>
  birthDate !== null ? [ageOn(birthDate as PlainDate, today)] : ageApproximate === null ? [] : [ageApproximate];

/** Whether there are children in the home: as it was answered; where nobody knew and the report itself names a child of the family, yes. */
export function childrenInHome({ childrenInHome: said, persons, receivedAt }: GivenReport): GivenReport['childrenInHome'] {
  const today = dateIn(taipei, receivedAt);
  const ofFamily = ({ role, relation = null }: GivenPerson) =>
    isAbout(role) || (role !== 'respondent' && relation !== null && tyingRelations.includes(relation));
  const named = persons.some((person) => ofFamily(person) && agesOf(person, today).some((age) => age < 18));
  return said === 'unknown' && named ? 'yes' : said;
}

/** The facts of a report for the triage rules. */
export function factsOf(report: GivenReport, matched: Matched): ReportFacts {
  const today = dateIn(taipei, report.receivedAt);
  const about = report.persons.filter((person) => isAbout(person.role));
  const ages = (about.length > 0 ? about : report.persons).flatMap((person) => agesOf(person, today));
  return {
    grounds: report.grounds,
    needs: report.needs,
    immediateDanger: answer(report.immediateDanger),
    childrenInHome: answer(childrenInHome(report)),
    youngestAge: ages.length > 0 ? Math.min(...ages) : null,
    oldestAge: ages.length > 0 ? Math.max(...ages) : null,
    subjectNamed: about.some((person) => person.name !== null),
    priorReports: matched.priorReports,
    openProgrammes: matched.openProgrammes,
    tipvdaScore: report.tipvda?.score ?? null,
    tipvdaLethalItems: report.tipvda?.lethal ?? null,
    flags: matched.flags,
    channel: report.channel,
    reporterKind: report.reporterKind,
    otherCounty: matched.otherCounty,
  };
}
