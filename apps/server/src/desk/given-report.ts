// A stored report as triage reads it.
import { ageFromYear } from '@anwang/core/screening';
import { dateIn, taipei } from '@anwang/core/time';
import type { readReportPersons, readReportRow } from '@anwang/store/intake';
import { givenDay } from './given-day.ts';
import { handedFrom } from './handed-view.ts';
import type { GivenReport } from './report-facts.ts';
import { asBand } from './words-of-rows.ts';

type Row = NonNullable<Awaited<ReturnType<typeof readReportRow>>>;
type Persons = Awaited<ReturnType<typeof readReportPersons>>;

const isAnswer = (said: unknown): said is 'yes' | 'no' => said === 'yes' || said === 'no';

/** The report with its persons; answers that were never given are unknown. */
export function givenReport(report: Row, persons: Persons): GivenReport {
  const answers = typeof report.answers === 'object' && report.answers !== null && !Array.isArray(report.answers) ? report.answers : {};
  const { immediateDanger, childrenInHome, tipvdaScore, tipvdaLethalItems } = answers;
  const programme = handedFrom(report.handed_from)?.programme ?? null;
  return {
    grounds: report.grounds,
    needs: report.needs,
    immediateDanger: isAnswer(immediateDanger) ? immediateDanger : 'unknown',
    childrenInHome: isAnswer(childrenInHome) ? childrenInHome : 'unknown',
    channel: report.channel,
    reporterKind: report.reporter_kind,
    receivedAt: report.received_at,
    persons: persons.map((person) => ({
      role: person.role,
      relation: person.relation_to_subject,
      name: person.given?.name ?? null,
      birthDate: givenDay(person.given?.birthDate ?? null),
      ageApproximate:
        person.given?.ageApproximate ??
        ageFromYear(person.given?.birthDate ?? null, Number(dateIn(taipei, report.received_at).slice(0, 4))),
    })),
    goesOn: programme === null ? null : { programme, band: asBand(report.band) },
    tipvda: {
      score: typeof tipvdaScore === 'number' ? tipvdaScore : null,
      lethal: typeof tipvdaLethalItems === 'number' ? tipvdaLethalItems : null,
    },
  };
}
