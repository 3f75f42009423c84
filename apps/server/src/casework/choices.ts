// The lists a screen needs for the acts of a case: codes of the programme it is pinned to, ways of meeting, reasons, parts that can be shared.

import { caseFactLabels, shareParts } from '@anwang/core/cases';
import { type Code, type CodeList, formOfAct, type Programme } from '@anwang/core/programs';
import { type Condition, explain } from '@anwang/core/rules';
import {
  contactMethods,
  duties,
  findInstrument,
  homeChecks,
  meetingOutcomes,
  notToldReasons,
  pauseReasons,
  placementEnds,
  programmeFor,
  visitMethods,
  visitWarnings,
} from '@anwang/packs';
import { both } from './words.ts';

type Words = { zh: string; en: string };
type Coded = { code: string; label: Words; requires?: Words };

const coded = (list: readonly Pick<Code, 'code' | 'label'>[]): Coded[] => list.map(({ code, label }) => ({ code, label: both(label) }));

/** Reasons, with what must hold before one may be chosen in words. */
function reasons(programme: Programme, list: CodeList): Coded[] {
  const named = programme.instruments.map(
    (use) => [use.instrument, findInstrument(use.instrument, use.version)?.label ?? { zh: use.instrument }] as const,
  );
  const facts = caseFactLabels(Object.fromEntries(named));
  const words = (condition: Condition): Words => ({ zh: explain(condition, { facts }, 'zh'), en: explain(condition, { facts }, 'en') });
  return list.map(({ code, label, requires }) => ({
    code,
    label: both(label),
    ...(requires === undefined ? {} : { requires: words(requires) }),
  }));
}

/** Minimum sets of fields that may go with a referral (domain 09 §9.2). */
export const referralFields: readonly Coded[] = [
  { code: 'name', label: { zh: '姓名', en: 'Name' } },
  { code: 'age', label: { zh: '年齡', en: 'Age' } },
  { code: 'sex', label: { zh: '性別', en: 'Sex' } },
  { code: 'phone', label: { zh: '電話', en: 'Telephone' } },
  { code: 'address', label: { zh: '住址', en: 'Address' } },
  { code: 'district', label: { zh: '行政區', en: 'District' } },
  { code: 'members', label: { zh: '家庭成員數', en: 'Number of members' } },
  { code: 'needs', label: { zh: '需求', en: 'Needs' } },
  { code: 'risk', label: { zh: '風險等級', en: 'Risk band' } },
];

/** Reasons of acts that no programme states by itself. */
export const reopenReasons: readonly Coded[] = [
  { code: 'newReport', label: { zh: '再次通報', en: 'A new report' } },
  { code: 'needsAgain', label: { zh: '再有服務需求', en: 'Needs service again' } },
  { code: 'foundAgain', label: { zh: '尋獲', en: 'Found again' } },
  { code: 'closedInError', label: { zh: '結案有誤', en: 'Closed in error' } },
];
export const handOverReasons: readonly Coded[] = [
  { code: 'workload', label: { zh: '案量調整', en: 'Workload' } },
  { code: 'leave', label: { zh: '請假（含病假）或離職', en: 'Leave, illness or resignation' } },
  { code: 'conflictOfInterest', label: { zh: '迴避', en: 'Conflict of interest' } },
  { code: 'expertise', label: { zh: '專長', en: 'Expertise' } },
  { code: 'takenBack', label: { zh: '撤回改派', en: 'An assignment taken back' } },
];
/** Why a planned visit is not made. */
export const cancelReasons: readonly Coded[] = [
  { code: 'familyAsked', label: { zh: '家庭要求', en: 'The family asked' } },
  { code: 'workerAway', label: { zh: '承辦人另有要務', en: 'The worker is needed elsewhere' } },
  { code: 'notSafe', label: { zh: '人身安全考量', en: 'Not safe to go' } },
  { code: 'weather', label: { zh: '天候或交通', en: 'Weather or traffic' } },
  { code: 'notNeeded', label: { zh: '已無需要', en: 'No longer needed' } },
];
export const sharePurposes: readonly Coded[] = [
  { code: 'jointService', label: { zh: '共案服務', en: 'Joint service' } },
  { code: 'safety', label: { zh: '人身安全', en: 'Safety' } },
  { code: 'meeting', label: { zh: '網絡會議', en: 'Network meeting' } },
];

/** What may be answered to a question about a placement; nothing where the programme takes nobody into keeping. */
const asked = (programme: Programme, question: string): Coded[] =>
  coded(
    (formOfAct(programme, 'placeChild')?.sections ?? []).flatMap(({ fields }) => fields.find((one) => one.id === question)?.options ?? []),
  );

const known = new WeakMap<Programme, Record<string, Coded[]>>();

/** All choices by name; put together once for a programme. */
export function choicesOf(programme: Programme): Record<string, Coded[]> {
  const held = known.get(programme);
  if (held !== undefined) return held;
  const made = readChoices(programme);
  known.set(programme, made);
  return made;
}

function readChoices(programme: Programme): Record<string, Coded[]> {
  const instruments = programme.instruments.map((use) => ({
    code: `${use.instrument}@${use.version}`,
    label: findInstrument(use.instrument, use.version)?.label ?? { zh: use.instrument },
  }));
  return {
    needs: coded(programme.needs),
    risks: coded(programme.risks),
    services: coded(programme.services),
    openingReasons: reasons(programme, programme.openingReasons),
    shortTermReasons: reasons(programme, programme.shortTermReasons),
    notOpenedReasons: reasons(programme, programme.notOpenedReasons),
    closureCodes: reasons(programme, programme.closureReasons),
    memberRoles: programme.memberRoles.map(({ id, label }) => ({ code: id, label: both(label) })),
    levels: programme.levels.map(({ id, label }) => ({ code: id, label: both(label) })),
    visitMethods: coded(visitMethods.entries),
    contactMethods: coded(contactMethods.entries),
    homeChecks: coded(homeChecks.entries),
    visitWarnings: coded(visitWarnings.entries),
    meetingOutcomes: coded(meetingOutcomes.entries),
    duties: coded(duties.entries),
    placementGrounds: asked(programme, 'ground'),
    placementKinds: asked(programme, 'kind'),
    placementEnds: coded(placementEnds.entries),
    placementNotTold: coded(notToldReasons.entries),
    pauseReasons: coded(pauseReasons.entries),
    shareParts: Object.entries(shareParts).map(([code, { label }]) => ({ code, label: both(label) })),
    instruments: coded(instruments),
    referralFields: [...referralFields],
    reopenReasons: [...reopenReasons],
    handOverReasons: [...handOverReasons],
    cancelReasons: [...cancelReasons],
    sharePurposes: [...sharePurposes],
    // Why one could not be done; what is shown of an instrument comes with the instrument, this is for reading.
    notDone: programme.instruments.flatMap((use) => coded(findInstrument(use.instrument, use.version)?.notDone ?? [])),
    // What an assessment says in the timeline: its result and what it asks to be done.
    bands: programme.instruments.flatMap((use) =>
      (findInstrument(use.instrument, use.version)?.bands ?? []).map(({ id, label }) => ({ code: id, label: both(label) })),
    ),
    triggers: programme.instruments.flatMap((use) =>
      (findInstrument(use.instrument, use.version)?.triggers ?? []).map(({ id, label }) => ({ code: id, label: both(label) })),
    ),
  };
}

/** Words of other programmes for reading: their cases stand on the same timeline. Bands of risk have words of their own. */
export function besideOf(own: Programme, others: readonly string[], county: string): Coded[] {
  const general = ['extreme', 'high', 'medium', 'low'];
  return [...new Set(others)].flatMap((id) => {
    const programme = id === own.id ? null : programmeFor(id, county);
    if (programme === null) return [];
    const { instruments = [], triggers = [], notDone = [], bands = [] } = choicesOf(programme);
    return [...instruments, ...triggers, ...notDone, ...bands.filter((one) => !general.includes(one.code))];
  });
}
