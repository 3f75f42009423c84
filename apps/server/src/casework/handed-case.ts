// What is handed over with a case that moves to another county, or is offered to another unit of the same? Coded facts of the case in the words of its programme, in both languages, so that whoever goes on
// needs neither the case nor its statement. Nobody is named but whoever is asked; who reported is in nothing that a case holds.

import type { OutputOf } from '@anwang/contract';
import type { CaseEvent, CaseState, Clock, GoalStatus, MeetingOutcome } from '@anwang/core/cases';
import type { Label } from '@anwang/core/lang';
import { type Code, formOfAct, type Programme } from '@anwang/core/programs';
import { dateIn, formatRoc, type Instant, type LegalZone, type PlainDate } from '@anwang/core/time';
import { findInstrument, meetingOutcomes, visitWarnings } from '@anwang/packs';
import { both, ruleLabel } from './words.ts';

type Handed = NonNullable<OutputOf<'screening', 'report'>['handed']>;
type Words = Handed['reason'];

/** What the facts are taken from; the events with the words of goals and of the proposal opened. */
export type HandedGround = {
  readonly programme: Programme;
  readonly state: CaseState;
  readonly events: readonly CaseEvent[];
  readonly clocks: readonly Clock[];
  readonly zone: LegalZone;
  /** A need of the case in words: of its programme, or as the report said it. */
  readonly need: (code: string) => Words;
  readonly from: Handed['from'];
  /** Why, since when, and what whoever goes must heed, as it was proposed. */
  readonly asked: Pick<Handed, 'reason' | 'since' | 'safety'>;
  /** The case itself goes along, records and files and all. */
  readonly whole: boolean;
  /** Names of units in both languages: whom the family was referred to, and who helps. */
  readonly unitOf: (id: string) => Words | undefined;
};

const goalWords: Readonly<Record<GoalStatus, Label>> = {
  active: { zh: '進行中', en: 'Active' },
  achieved: { zh: '達成', en: 'Achieved' },
  partly: { zh: '部分達成', en: 'Partly' },
  notAchieved: { zh: '未達成', en: 'Not achieved' },
  dropped: { zh: '停止', en: 'Dropped' },
};

/** A code in words; as it stands where the list does not know it. */
export const wordOf = (list: readonly Pick<Code, 'code' | 'label'>[], code: string): Words =>
  both(list.find((one) => one.code === code)?.label ?? { zh: code });
/** Several words as one saying. */
const joined = (...words: readonly (Words | string)[]): Words => ({
  zh: words.map((one) => (typeof one === 'string' ? one : one.zh)).join('，'),
  en: words.map((one) => (typeof one === 'string' ? one : one.en)).join(', '),
});
const western = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
/** A day as each language writes it. */
const dayWords = (day: PlainDate): Words => ({ zh: formatRoc(day), en: western.format(new Date(`${day}T00:00:00Z`)) });
const dayOf = (at: Instant, zone: LegalZone): Words => dayWords(dateIn(zone, at));

function lastMet({ events, zone }: HandedGround): Words[] {
  const last = events.findLast((event) => event.type === 'visitRecorded');
  if (last?.type !== 'visitRecorded') return [];
  const outcome: MeetingOutcome = last.facts.outcome;
  return [joined(dayOf(last.happenedAt, zone), wordOf(meetingOutcomes.entries, outcome))];
}

function results({ programme, state, zone }: HandedGround): Words[] {
  return programme.instruments
    .filter((use) => use.handedOn)
    .flatMap((use) => {
      const last = state.assessments.findLast((one) => one.instrument === use.instrument);
      const instrument = last === undefined ? null : findInstrument(last.instrument, last.version);
      if (last === undefined || instrument === null) return [];
      const band = last.override ?? last.band;
      const said = instrument.bands.find((one) => one.id === band);
      return [joined(both(instrument.label), ...(said === undefined ? [] : [both(said.label)]), dayOf(last.at, zone))];
    });
}

function goals({ programme, state, events }: HandedGround): Words[] {
  return state.goals.map((goal) => {
    const set = events.findLast((event) => event.type === 'goalSet' && event.facts.goal === goal.id);
    const words = set?.personal?.text;
    return joined(wordOf(programme.needs, goal.need), ...(words === undefined ? [] : [words]), both(goalWords[goal.status]));
  });
}

function services({ programme, events }: HandedGround): Words[] {
  const given = new Set(events.flatMap((event) => (event.type === 'serviceRecorded' ? event.facts.service : [])));
  return [...given].map((code) => wordOf(programme.services, code));
}

function next({ programme, clocks, zone }: HandedGround): Words[] {
  return clocks
    .filter((clock) => clock.stoppedAt === null && clock.due !== null && clock.key === null)
    .slice(0, 4)
    .flatMap((clock) => (clock.due === null ? [] : [joined(ruleLabel(programme, clock.ruleId), dayOf(clock.due, zone))]));
}

/** Referrals without an end: they are cancelled here when the other county takes the case, and it decides whom to ask there. */
function openReferrals({ programme, state, unitOf, zone }: HandedGround): Words[] {
  const open = state.referrals.filter((one) => one.status === 'sent' || one.status === 'accepted');
  return open.map((one) => joined(wordOf(programme.needs, one.need), ...[unitOf(one.unit) ?? []].flat(), dayOf(one.sentAt, zone)));
}

/** Units that helped or saw a part of the case: whom to ask beside the lead. */
function together({ state, unitOf }: HandedGround): Words[] {
  const units = [...state.collaborators.filter((one) => one.until === null), ...state.shares.filter((one) => !one.ended)];
  return [...new Set(units.flatMap((one) => one.unit ?? []))].filter((id) => id !== state.unit).flatMap((id) => unitOf(id) ?? []);
}

/** The plan in its own words. */
function planned({ events }: HandedGround): Words[] {
  const words = events.findLast((event) => event.type === 'planDrafted')?.personal?.text;
  return words === undefined ? [] : [{ zh: words, en: words }];
}

/** What was answered to the form of the plan, of those questions that may leave the county (0105): coded answers only. */
function answered({ programme, events }: HandedGround): [string, string, Words[]][] {
  const given = events.findLast((event) => event.type === 'planDrafted')?.personal?.answers ?? {};
  const fields = formOfAct(programme, 'draftPlan')?.sections.flatMap((section) => section.fields) ?? [];
  return fields
    .filter((field) => field.handedOn === true)
    .map(({ id, label, options = [] }) => {
      const answer = given[id];
      const codes = typeof answer === 'string' ? [answer] : Array.isArray(answer) ? answer.filter((code) => typeof code === 'string') : [];
      return [label.zh, label.en ?? label.zh, codes.map((code) => wordOf(options, code))];
    });
}

/** How many files the case has and when they were put in: they stay here and are asked for by letter (0092). Not what they are called, which is anybody's words. */
function filed({ events, zone }: HandedGround): Words[] {
  const days = events.flatMap((event) => (event.type === 'fileAttached' ? [dateIn(zone, event.happenedAt)] : [])).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return [];
  const [from, to] = [dayWords(first), dayWords(last)];
  return [
    {
      zh: `${days.length} 份，${first === last ? from.zh : `${from.zh} 至 ${to.zh}`}；請函索`,
      en: `${days.length}, ${first === last ? from.en : `${from.en} to ${to.en}`}; ask for them by letter`,
    },
  ];
}

/** The facts of a case as they are handed over; what there is nothing to say of is left out. */
export function handedCaseOf(ground: HandedGround): Handed {
  const { programme, state, from, asked, whole } = ground;
  const sections: [string, string, Words[]][] = [
    ['前往時注意', 'To heed when going there', state.warnings.map((code) => wordOf(visitWarnings.entries, code))],
    ['風險註記', 'Risk flags', state.risks.map((code) => wordOf(programme.risks, code))],
    ['需求', 'Needs', state.needs.map(ground.need)],
    ['評估結果', 'Assessments', results(ground)],
    ['服務計畫', 'Plan', planned(ground)],
    ...answered(ground),
    ['目標', 'Goals', goals(ground)],
    ['提供過的服務', 'Services given', services(ground)],
    ['最近訪視', 'Last visit', lastMet(ground)],
    ['未結轉介', 'Open referrals', openReferrals(ground)],
    ['合作單位', 'Units that work along', together(ground)],
    ['接下來到期', 'Due next', next(ground)],
    ['案卷文件', 'Files of the case', whole ? [] : filed(ground)],
  ];
  return {
    programme: both(programme.label),
    ...asked,
    from,
    facts: sections.flatMap(([zh, en, values]) => (values.length === 0 ? [] : [{ label: { zh, en }, values }])),
  };
}
