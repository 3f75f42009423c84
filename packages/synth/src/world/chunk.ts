// One chunk of the demo world: a thousand people in households, two years of reports on them, and the cases that came of these. Everything follows from
// seed, county, chunk and anchor; the running numbers come from the writer.

import type { CaseEvent, MemberFact } from '@anwang/core/cases';
import { instantFromMs } from '@anwang/core/time';
import type { Chance } from '../chance/index.ts';
import { telephoning, visiting, withinHours } from '../hours/index.ts';
import { drawIncidents, type Incident } from '../incidents/index.ts';
import { caseLife } from '../lives/index.ts';
import type { SynthAccount, SynthOrg } from '../org/index.ts';
import { type PopulationChunk, populationChunk, type SynthHousehold } from '../population/index.ts';
import {
  type Decided,
  decideReport,
  drawDispute,
  type SynthDispatch,
  type SynthLine,
  type SynthReport,
  tellReport,
} from '../reports/index.ts';
import { membersOf } from './members.ts';
import type { Numbers, WorldRules } from './rules.ts';

export interface SynthCase {
  readonly id: string;
  readonly programme: string;
  readonly household: SynthHousehold;
  readonly subject: string;
  readonly reports: { readonly id: string; readonly dispatchId: string; readonly kind: 'founding' | 'repeat'; readonly atMs: number }[];
  readonly title: string;
  events: CaseEvent[];
}

export interface WorldChunk {
  readonly population: PopulationChunk;
  readonly reports: readonly SynthReport[];
  readonly cases: readonly SynthCase[];
  /** Victims who went elsewhere: contacts that somebody must not learn (law 8). */
  readonly hidden: readonly {
    readonly person: string;
    readonly kind: 'shelter' | 'phone';
    readonly value: string;
    readonly from: string;
    readonly atMs: number;
    readonly district: string;
  }[];
}

export interface WorldSetting {
  readonly seed: string;
  readonly org: SynthOrg;
  readonly rules: WorldRules;
  readonly numbers: Numbers;
  readonly index: number;
  readonly people?: number;
  readonly anchorMs: number;
  readonly perThousandYearly: number;
}

const HALF_YEAR = 183 * 86_400_000;
const withRole = (org: SynthOrg, role: string): SynthAccount[] => org.accounts.filter((a) => a.grants.some((g) => g.role === role));

/** A line that was sent to its unit. */
type Sent = Omit<SynthLine, 'dispatch'> & Pick<SynthDispatch, 'id' | 'sentMs'>;

class Making {
  readonly reports: SynthReport[] = [];
  readonly cases: SynthCase[] = [];
  readonly hidden: WorldChunk['hidden'][number][] = [];
  readonly #setting: WorldSetting;
  readonly #chance: Chance;
  readonly #byHousehold = new Map<string, SynthReport[]>();
  readonly #desk;
  readonly #staff: Map<string, SynthAccount[]>;
  readonly #partners;

  constructor(setting: WorldSetting, chance: Chance) {
    this.#setting = setting;
    this.#chance = chance;
    const { org } = setting;
    this.#desk = {
      hotline: withRole(org, 'hotlineOperator'),
      screeners: withRole(org, 'deskOfficer'),
      reviewers: withRole(org, 'deskReviewer'),
      arbiter: withRole(org, 'arbiter')[0],
    };
    this.#staff = Map.groupBy(org.accounts, (a) => a.unit.id);
    this.#partners = withRole(org, 'partner').map((a) => ({ id: a.id, unit: a.unit.id }));
  }

  #openCase(programme: string, household: SynthHousehold, subject: string, atMs: number): SynthCase | undefined {
    const at = instantFromMs(atMs);
    return this.cases.find(
      (c) =>
        c.programme === programme &&
        c.household === household &&
        (programme === 'vulnerable-family' || c.subject === subject) &&
        (c.events[0]?.happenedAt ?? at) < at &&
        !c.events.some((e) => ended(e) && e.happenedAt <= at),
    );
  }

  take(incident: Incident): void {
    const { org, rules, numbers, anchorMs } = this.#setting;
    const earlier = this.#byHousehold.get(incident.household.id) ?? [];
    const recent = earlier.filter((r) => incident.atMs - r.receivedMs < HALF_YEAR);
    const [hotline] = this.#desk.hotline;
    const told = tellReport(incident, {
      chance: this.#chance,
      county: org.county.id,
      rules,
      numbers,
      hotline: hotline?.id ?? '',
      priorReports: recent.length,
      repeatOf: incident.retelling ? (earlier.at(-1)?.id ?? null) : null,
      openProgrammes: this.cases.filter((c) => c.household === incident.household && !c.events.some(ended)).map((c) => c.programme),
    });
    const decided = decideReport(this.#chance, incident, told.suggestion, {
      receivedMs: told.receivedMs,
      anchorMs,
      priorReports: recent.length,
      rules,
      screeners: this.#desk.screeners,
      reviewers: this.#desk.reviewers,
    });
    const report: SynthReport = { ...told, desk: decided === null ? null : { ...decided, lines: this.#dispatch(incident, told, decided) } };
    this.reports.push(report);
    this.#byHousehold.set(incident.household.id, [...earlier, report]);
  }

  #dispatch(incident: Incident, report: Omit<SynthReport, 'desk'>, decided: Decided): SynthLine[] {
    const sentMs = decided.needsReview ? decided.reviewedMs : decided.proposedMs;
    const [first] = report.persons;
    if (first === undefined) return [];
    return decided.lines.flatMap((line): SynthLine[] => {
      const subject =
        line.programme === 'child-protection' && incident.kind === 'partner' ? report.persons.find((p) => p.relation === 'child') : first;
      const unit = this.#unitFor(line.programme, report.district);
      if (unit === null || subject === undefined) return [];
      const lineId = this.#chance.uuid(decided.proposedMs);
      const proposed = { lineId, unit, subject, ...line };
      if (sentMs === null) return [{ ...proposed, dispatch: null }];
      const sent = { ...proposed, id: this.#chance.uuid(sentMs), sentMs };
      return [{ ...proposed, dispatch: { id: sent.id, sentMs, ...this.#case(incident, report, sent) } }];
    });
  }

  #unitFor(programme: string, district: string): string | null {
    const fitting = this.#setting.org.routes.filter((r) => r.programme === programme && (r.district === null || r.district === district));
    return fitting.length === 0 ? null : this.#chance.pick(fitting).unit.id;
  }

  #case(incident: Incident, report: Omit<SynthReport, 'desk'>, line: Sent): Pick<SynthDispatch, 'caseId' | 'dispute'> {
    const { rules, numbers, anchorMs } = this.#setting;
    const chance = this.#chance;
    const programme = rules.programmes.get(line.programme);
    const staff = this.#staff.get(line.unit) ?? [];
    const supervisor = staff.find((a) => a.grants.some((g) => g.role === 'supervisor'));
    const workers = staff.filter((a) => a.grants.some((g) => g.role === 'leadWorker'));
    if (programme === undefined || supervisor === undefined || workers.length === 0) return { caseId: null, dispute: null };
    const open = this.#openCase(line.programme, incident.household, line.subject.truth, line.sentMs);
    if (open !== undefined) return { caseId: this.#join(open, report, line), dispute: null };
    const id = chance.uuid(line.sentMs);
    // Nobody argues while there is danger now.
    const dispute =
      report.band === 'extreme'
        ? null
        : drawDispute(chance.fork(`dispute ${line.id}`), {
            sentMs: line.sentMs,
            anchorMs,
            supervisor: supervisor.id,
            arbiter: this.#desk.arbiter?.id ?? supervisor.id,
          });
    const members: MemberFact[] = membersOf(programme, incident, line.subject.truth, line.sentMs);
    const events = caseLife({
      chance: chance.fork(id),
      programme,
      instruments: rules.instruments,
      caseId: id,
      number: numbers.case(report.county, programme.prefix, line.sentMs),
      county: report.county,
      district: report.district,
      unit: line.unit,
      desk: { id: this.#desk.reviewers[0]?.id ?? supervisor.id, unit: line.unit },
      supervisor: { id: supervisor.id, unit: line.unit },
      worker: { id: chance.pick(workers).id, unit: line.unit },
      partners: this.#partners,
      members,
      subject: line.subject.truth,
      report: report.id,
      dispatch: line.id,
      band: report.band,
      grade: line.grade,
      class: line.class,
      needs: report.needs,
      receivedMs: report.receivedMs,
      dispatchedMs: line.sentMs,
      acceptableMs: dispute === null ? line.sentMs : (dispute.decided?.atMs ?? Number.POSITIVE_INFINITY),
      anchorMs,
    });
    const subject = incident.household.members.find((m) => m.person.id === line.subject.truth)?.person;
    this.cases.push({
      id,
      programme: line.programme,
      household: incident.household,
      subject: line.subject.truth,
      title: line.programme === 'vulnerable-family' ? `${subject?.name ?? ''}家庭` : (subject?.name ?? ''),
      reports: [{ id: report.id, dispatchId: line.id, kind: 'founding', atMs: line.sentMs }],
      events,
    });
    this.#flight(incident, line);
    return { caseId: id, dispute };
  }

  // A report on somebody who is already served joins the case.
  #join(open: SynthCase, report: Omit<SynthReport, 'desk'>, line: Sent): string {
    const at = instantFromMs(line.sentMs);
    const event = {
      id: this.#chance.uuid(line.sentMs),
      caseId: open.id,
      seq: 0,
      type: 'reportLinked',
      at,
      happenedAt: at,
      actor: this.#desk.reviewers[0]?.id ?? '',
      unit: null,
      facts: { report: report.id, band: report.band, receivedAt: instantFromMs(report.receivedMs) },
      personal: null,
    } satisfies CaseEvent;
    const answer = this.#answerAgain(open, line);
    open.events = [...open.events, event, ...(answer === null ? [] : [answer])]
      .sort((a, b) => Date.parse(a.happenedAt) - Date.parse(b.happenedAt))
      .map((e, i) => ({ ...e, seq: i + 1 }));
    open.reports.push({ id: report.id, dispatchId: line.id, kind: 'repeat', atMs: line.sentMs });
    return open.id;
  }

  // Who serves the family calls or goes there again, as soon as the programme asks; unless it is over by then, or still to come.
  #answerAgain(open: SynthCase, line: Sent): CaseEvent | null {
    const calls = line.programme === 'intimate-partner-violence';
    const soon = line.sentMs + (calls ? this.#chance.between(2, 12) : this.#chance.between(10, 120)) * 3_600_000;
    const atMs = withinHours(soon, calls ? telephoning : visiting, this.#chance.next(), calls);
    const at = instantFromMs(atMs);
    const worker = open.events.find((e) => e.type === 'workerAssigned' && e.happenedAt <= at);
    if (worker?.type !== 'workerAssigned' || atMs > this.#setting.anchorMs || !this.#chance.bool(0.93)) return null;
    if (open.events.some((e) => ended(e) && e.happenedAt <= at)) return null;
    const { worker: actor, unit } = worker.facts;
    const event = { id: this.#chance.uuid(atMs), caseId: open.id, seq: 0, at, happenedAt: at, actor, unit } as const;
    const met = { outcome: 'met', persons: [open.subject] } as const;
    const personal = { text: '接獲再通報後聯繫，確認目前安全。' };
    return calls
      ? { ...event, type: 'contactRecorded', facts: { ...met, method: 'phone', minutes: this.#chance.between(5, 25) }, personal }
      : {
          ...event,
          type: 'visitRecorded',
          facts: { ...met, method: 'homeVisit', faceToFace: true, minutes: this.#chance.between(25, 90), safe: true },
          personal,
        };
  }

  // One victim in eight leaves: shelter and new telephone are kept from the other side.
  #flight(incident: Incident, line: Sent): void {
    if (line.programme !== 'intimate-partner-violence' || incident.respondent === null || !this.#chance.bool(0.12)) return;
    const kept = { person: incident.subject.id, from: incident.respondent.id, atMs: line.sentMs, district: incident.household.district.id };
    this.hidden.push(
      { ...kept, kind: 'shelter', value: `示範庇護所第${this.#chance.between(1, 40)}室` },
      { ...kept, kind: 'phone', value: `0900${String(this.#chance.int(1_000_000)).padStart(6, '0')}` },
    );
  }
}

const ended = (event: CaseEvent): boolean =>
  (event.type === 'closureDecided' && event.facts.approved) || (event.type === 'openingDecided' && event.facts.outcome === 'notOpened');

/** Makes one chunk. */
export const worldChunk = (setting: WorldSetting): WorldChunk => {
  const { seed, org, index, people, anchorMs } = setting;
  const population = populationChunk({ seed, county: org.county, index, anchorMs, ...(people === undefined ? {} : { people }) });
  const making = new Making(setting, population.chance.fork('reports'));
  for (const incident of drawIncidents(population.chance.fork('incidents'), population, anchorMs, setting.perThousandYearly))
    making.take(incident);
  return { population, reports: making.reports, cases: making.cases, hidden: making.hidden };
};
