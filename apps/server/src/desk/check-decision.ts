// Does a decision hold together? Outcome with its reason, lines with units of the county, subjects of the report. What is wrong is said by field.
import { fail, ok, type Problem, type Result } from '@anwang/core/lang';
import { belongsElsewhere, proposeRoute } from '@anwang/core/screening';
import type { Instant } from '@anwang/core/time';
import type { Decision, DecisionLine, Outcome, Urgency } from '@anwang/store/intake';
import { findSupervised } from '@anwang/store/org';
import type { Tx } from '@anwang/store/session';
import type { Call } from '../http/call.ts';
import { acceptDueOf } from './accept-due.ts';
import { handOnTo, takesOver } from './hand-on.ts';
import { isTransfer } from './handed-view.ts';
import { restsOnWhat } from './rests-on.ts';
import { type Routing, routeView } from './suggest.ts';

export type DecisionInput = {
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly band: Decision['band'];
  /** The county whose report it is, when that is why it is not accepted. */
  readonly toCounty: string | null;
  /** What it names that has the family, or told the event first. */
  readonly restsOn: string | null;
  readonly lines: readonly {
    readonly programme: string;
    readonly urgency: Urgency;
    readonly grade: string | null;
    readonly class: string | null;
    readonly unitId: string;
    readonly subjectPersonId: string | null;
  }[];
};

export type Place = {
  readonly reportId: string;
  /** A case that another county hands over: taken, or returned. */
  readonly transfer: boolean;
  readonly county: string;
  readonly district: string | null;
  readonly receivedAt: Instant;
  readonly personIds: readonly string[];
};
/** Where a report is decided on. */
export const placeOf = (
  report: {
    readonly id: string;
    readonly county: string;
    readonly district: string | null;
    readonly handed_from: unknown;
    readonly received_at: Instant;
  },
  persons: readonly { readonly id: string }[],
): Place => ({
  reportId: report.id,
  transfer: isTransfer(report),
  county: report.county,
  district: report.district,
  receivedAt: report.received_at,
  personIds: persons.map((person) => person.id),
});
type Fields = { path: string; reason: string }[];

const sets: Readonly<Record<Outcome, string | null>> = {
  accept: null,
  informationOnly: 'informationOnlyReason',
  notAccepted: 'notAcceptedReason',
};

/** The decision with its units and clocks, ready to be written; `path` is where in the input it stands. */
export async function checkDecision(
  tx: Tx,
  call: Call,
  input: DecisionInput,
  place: Place,
  routing: Routing,
  path = '',
): Promise<Result<Omit<Decision, 'bandSource'>>> {
  const at = (field: string): string => (path ? `${path}.${field}` : field);
  const reason = checkReason(call, input, at, place.transfer);
  if (reason) return fail(reason);
  const fields: Fields = [];
  if (input.outcome !== 'accept' && input.lines.length > 0) fields.push({ path: at('lines'), reason: 'notAllowed' });
  if (input.outcome === 'accept' && input.lines.length === 0) fields.push({ path: at('lines'), reason: 'minItems:1' });
  const units = await findSupervised(
    tx,
    place.county,
    input.lines.map((line) => line.unitId),
  );
  const lines: DecisionLine[] = [];
  const seen = new Set<string>();
  for (const [index, line] of input.lines.entries()) {
    const where = at(`lines.${index}`);
    const key = `${line.programme} ${line.unitId} ${line.subjectPersonId ?? ''}`;
    if (seen.has(key)) fields.push({ path: where, reason: 'twice' });
    seen.add(key);
    if (!call.house.packs.hasProgramme(line.programme)) fields.push({ path: `${where}.programme`, reason: 'notAllowed' });
    const supervised = units.get(line.unitId);
    if (supervised !== true) fields.push({ path: `${where}.unitId`, reason: supervised === undefined ? 'notAllowed' : 'noSupervisor' });
    if (line.subjectPersonId !== null && !place.personIds.includes(line.subjectPersonId))
      fields.push({ path: `${where}.subjectPersonId`, reason: 'notInReport' });
    const route = proposeRoute(routing.routes, routing.loads, line.programme, place.district);
    lines.push({
      ...line,
      proposedUnitId: route?.unit ?? null,
      routeExplanation: routeView(route),
      acceptDue: acceptDueOf(
        call.house,
        { ...line, band: input.band, county: place.county, receivedAt: place.receivedAt, sentAt: call.now },
        call.now,
      ),
    });
  }
  const { toCounty } = input;
  if (
    toCounty !== null &&
    (input.outcome !== 'notAccepted' || !belongsElsewhere(input.reason) || !(await takesOver(tx, place.county, toCounty)))
  )
    fields.push({ path: at('toCounty'), reason: 'notAllowed' });
  const rests = await restsOnWhat(tx, call, input, place);
  if ('fault' in rests) fields.push({ path: at('restsOn'), reason: rests.fault });
  if (fields.length > 0 || 'fault' in rests) return fail({ code: 'invalidInput', fields });
  lines.push(...rests.lines);
  const handOn = toCounty === null ? null : handOnTo(call, toCounty, input.band);
  return ok({ outcome: input.outcome, reason: input.reason, band: input.band, lines, handOn, restsOn: rests.restsOn });
}

function checkReason(call: Call, input: DecisionInput, at: (field: string) => string, transfer: boolean): Problem | null {
  // To keep it as information would leave the family to a county that thinks it handed over.
  if (transfer && input.outcome === 'informationOnly')
    return { code: 'invalidInput', fields: [{ path: at('outcome'), reason: 'notAllowed' }] };
  const set = transfer && input.outcome === 'notAccepted' ? 'transferReturnReason' : sets[input.outcome];
  if (set === null) return null;
  if (input.reason === null) return { code: 'reasonCodeNeeded', field: at('reason') };
  return call.house.packs.has(set, input.reason)
    ? null
    : { code: 'invalidInput', fields: [{ path: at('reason'), reason: `notInValueSet:${set}` }] };
}
