// How does an incident become a report? Who reports, whom they name and how well, what triage reads from it.

import { triage } from '@anwang/core/screening';
import { instantFromMs, taipei } from '@anwang/core/time';
import type { Chance } from '../chance/index.ts';
import { groundsOf } from '../incidents/grounds.ts';
import { type Incident, NEED_MIX, type Reporter } from '../incidents/index.ts';
import { retell } from '../messy/index.ts';
import type { SynthPerson } from '../population/index.ts';
import type { Numbers, WorldRules } from '../world/rules.ts';
import { narrativeOf } from './narrative.ts';
import type { SynthReport, SynthReportPerson } from './report.ts';

const YEAR = 365.2425 * 86_400_000;
const ageAt = (person: SynthPerson, ms: number) => Math.floor((ms - Date.parse(person.birthDate)) / YEAR);

const relationOf = (kind: Incident['kind'], person: SynthPerson): string =>
  kind === 'partner' ? 'spouse' : kind === 'child' || kind === 'sexual' ? (person.sex === 'male' ? 'father' : 'mother') : 'child';

// Who is named: the subject always, whoever did it mostly, of a vulnerable family the others too.
const cast = (chance: Chance, incident: Incident): { person: SynthPerson; role: SynthReportPerson['role']; relation: string | null }[] => {
  const { subject, respondent, household, kind } = incident;
  const victim = kind === 'family' ? 'subject' : 'victim';
  const others = household.members.map((m) => m.person).filter((p) => p.id !== subject.id && p.id !== respondent?.id);
  const wanted =
    kind === 'family' ? others.slice(0, 4) : kind === 'partner' ? others.filter((p) => ageAt(p, incident.atMs) < 18).slice(0, 2) : [];
  return [
    { person: subject, role: victim, relation: null },
    ...(respondent === null || chance.bool(0.06)
      ? []
      : [{ person: respondent, role: 'respondent' as const, relation: relationOf(kind, respondent) }]),
    ...wanted
      .filter(() => chance.bool(0.7))
      .map((person) => ({ person, role: 'familyMember' as const, relation: ageAt(person, incident.atMs) < 18 ? 'child' : 'otherKin' })),
  ];
};

const toldOf = (chance: Chance, incident: Incident, reporter: Reporter): SynthReportPerson[] =>
  cast(chance, incident).map(({ person, role, relation }, i) => {
    const knowledge =
      role === 'respondent' && reporter.knowledge === 'file'
        ? 'hearsay'
        : i > 1 && reporter.knowledge === 'card'
          ? 'file'
          : reporter.knowledge;
    return {
      id: chance.uuid(incident.atMs),
      recordId: chance.uuid(incident.atMs),
      subjectId: chance.uuid(incident.atMs),
      role,
      relation,
      given: retell(chance, person, incident.household.address, knowledge),
      truth: person.id,
    };
  });

export interface TellSetting {
  readonly chance: Chance;
  readonly county: string;
  readonly rules: WorldRules;
  readonly numbers: Numbers;
  readonly hotline: string;
  /** Of the same household in the last six months, and the report of the same event. */
  readonly priorReports: number;
  readonly repeatOf: string | null;
  readonly openProgrammes: readonly string[];
}

/** The report of an incident, before the desk. */
export const tellReport = (incident: Incident, setting: TellSetting): Omit<SynthReport, 'desk'> => {
  const { chance, county, rules, priorReports, openProgrammes } = setting;
  const { kind, household, reporter, atMs: receivedMs } = incident;
  const grounds = groundsOf(chance, kind);
  const needs = kind === 'family' ? [chance.weighted(NEED_MIX)] : [];
  const ages = [incident.subject].map((p) => ageAt(p, receivedMs));
  const childrenInHome = household.members.some((m) => ageAt(m.person, receivedMs) < 18);
  const immediateDanger = chance.bool(0.06) ? true : chance.bool(0.7) ? false : null;
  const tipvdaScore =
    kind === 'partner' && reporter.knowledge === 'card'
      ? chance.weighted([
          [chance.between(0, 4), 55],
          [chance.between(5, 7), 20],
          [chance.between(8, 13), 25],
        ] as const)
      : null;
  const persons = toldOf(chance, incident, reporter);
  const suggestion = triage(
    rules.desk,
    {
      grounds,
      needs,
      immediateDanger,
      childrenInHome,
      youngestAge: Math.min(...ages),
      oldestAge: Math.max(...ages),
      subjectNamed: persons[0]?.given.name !== null,
      priorReports,
      openProgrammes,
      tipvdaScore,
      tipvdaLethalItems: tipvdaScore === null ? null : tipvdaScore >= 8 ? chance.between(0, 2) : 0,
      flags: [],
      channel: reporter.channel,
      reporterKind: reporter.kind,
      otherCounty: false,
    },
    { now: instantFromMs(receivedMs), zone: taipei },
  );
  return {
    id: chance.uuid(receivedMs),
    number: setting.numbers.report(county, receivedMs),
    county,
    district: household.district.id,
    subjectId: chance.uuid(receivedMs),
    receivedMs,
    channel: reporter.channel,
    reporterKind: reporter.kind,
    mandatory: reporter.mandatory,
    occurredOn: new Date(receivedMs + 8 * 3_600_000 - chance.wait(0.6) * 86_400_000).toISOString().slice(0, 10),
    placeKind: chance.bool(0.8) ? 'home' : 'publicPlace',
    grounds,
    needs,
    immediateDanger,
    childrenInHome,
    narrative: narrativeOf(chance, kind, incident.retelling),
    persons,
    repeatOf: setting.repeatOf,
    priorReports,
    suggestion,
    band: suggestion.band,
    createdBy: reporter.channel.startsWith('hotline') ? setting.hotline : null,
  };
};
