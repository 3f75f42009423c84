// What triage may know about a report: from what was given, and from what matching found. Unknown stays unknown.
import type { Band } from '@anwang/core/cases';
import { isAbout, type ReportFacts } from '@anwang/core/screening';
import { ageOn, dateIn, type Instant, type PlainDate, taipei } from '@anwang/core/time';

type GivenPerson = {
  readonly role: string;
  readonly name: string | null;
  readonly birthDate: string | null;
  readonly ageApproximate: number | null;
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

/** The facts of a report for the triage rules. */
export function factsOf(report: GivenReport, matched: Matched): ReportFacts {
  const today = dateIn(taipei, report.receivedAt);
  const about = report.persons.filter((person) => isAbout(person.role));
  const ages = (about.length > 0 ? about : report.persons).flatMap((person) => {
    if (person.birthDate !== null) return ageOn(person.birthDate as PlainDate, today);
    return person.ageApproximate === null ? [] : person.ageApproximate;
  });
  return {
    grounds: report.grounds,
    needs: report.needs,
    immediateDanger: answer(report.immediateDanger),
    childrenInHome: answer(report.childrenInHome),
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
