// What the desk sees of a report: the row of the queue, the suggestion of the rules, the proposal, the whole.
import { z } from 'zod';
import { coded, id, label, programmeId } from './basic.ts';
import { clock } from './clock.ts';
import { day, instant } from './date.ts';
import { handedCase } from './handed-case.ts';
import {
  backReason,
  band,
  bandSource,
  deskOutcome,
  dispatchStatus,
  learnedKind,
  reportPersonRole,
  reportStatus,
  saidBy,
  sex,
  urgency,
} from './vocabulary.ts';

export const presence = z.object({ accountId: id, name: z.string(), doing: z.enum(['reading', 'screening', 'reviewing']), since: instant });

export const queueRow = z.object({
  id,
  number: z.string(),
  title: z.string().nullable().describe('the subject, or null where unnamed'),
  channel: z.string(),
  reporterKind: z.string(),
  districtName: z.string().nullable(),
  receivedAt: instant,
  band,
  bandSource,
  status: reportStatus,
  nextDue: instant,
  deskDue: instant,
  priorReports: z.number(),
  grounds: z.array(z.string()),
  newEvidence: z.boolean(),
  present: z.array(presence),
  proposedBy: z.string().nullable(),
  version: z.number(),
});

/** Why a unit is proposed: the row of the route table, the district and the load. */
export const routeExplanation = z.object({
  unitId: id,
  unitName: z.string(),
  routeId: id.nullable(),
  district: z.string().nullable(),
  priority: z.number(),
  openCases: z.number(),
  capacity: z.number().nullable(),
  reasons: z.array(coded),
  alternatives: z.array(
    z.object({ unitId: id, unitName: z.string(), openCases: z.number(), capacity: z.number().nullable(), priority: z.number() }),
  ),
});

/** A unit that may be chosen, in the order of the proposal, with why it stands where it stands. */
export const unitChoice = z.object({
  unitId: id,
  unitName: z.string(),
  openCases: z.number(),
  capacity: z.number().nullable(),
  fits: z.boolean().describe('serves the programme where the report comes from'),
  reasons: z.array(coded),
  districts: z.array(z.string()).describe('districts it serves for the programme; none: the whole county, or not on the route table'),
});

/** What the triage rules propose: programmes, urgency, band, who must look again, and by which rule. Never a score. */
export const suggestion = z.object({
  ruleVersion: z.string(),
  rules: z.array(coded.extend({ basis: z.string().nullable() })),
  outcome: deskOutcome,
  band,
  urgency,
  lines: z.array(
    z.object({ programme: programmeId, programmeLabel: label, urgency, grade: z.string().nullable(), route: routeExplanation.nullable() }),
  ),
  reviewRequired: z.boolean(),
  reviewRule: coded,
});

/** What a report names that goes no further by itself. */
export const restsOn = id
  .nullable()
  .default(null)
  .describe('the open case that has the family (reason inService), or the earlier report of the same event (reason duplicate)');

const numbered = z.object({ id, number: z.string(), receivedAt: instant });

export const proposalView = z.object({
  id,
  round: z.number(),
  outcome: deskOutcome,
  reason: z.string().nullable(),
  toCounty: z.string().nullable().describe('the county that goes on with it'),
  restsOn: z
    .object({ kind: z.enum(['case', 'report']), id, number: z.string().nullable() })
    .nullable()
    .describe('what it names that has the family, or told the event first'),
  band,
  bandSource,
  differs: z.boolean(),
  differsReason: z.string().nullable(),
  note: z.string().nullable(),
  proposedBy: z.object({ id, name: z.string() }),
  proposedAt: instant,
  needsReview: z.boolean(),
  reviewRule: coded,
  suggestion,
  lines: z.array(
    z.object({
      id,
      programme: z.string(),
      programmeLabel: label,
      urgency,
      grade: z.string().nullable(),
      class: z.string().nullable(),
      unitId: id,
      unitName: z.string(),
      proposedUnitId: id.nullable(),
      route: routeExplanation.nullable(),
      subjectPersonId: id.nullable(),
    }),
  ),
  review: z
    .object({ decision: z.enum(['confirmed', 'changed', 'sentBack']), reason: z.string().nullable(), by: z.string(), at: instant })
    .nullable(),
});

export const reportedPersonView = z.object({
  id,
  role: reportPersonRole,
  name: z.string().nullable(),
  sex,
  birthDate: day.nullable(),
  birthYear: z.number().nullable().describe('where only the year of birth is known'),
  ageApproximate: z.number().nullable(),
  identifierGiven: z.boolean(),
  phones: z.array(z.string()),
  addresses: z.array(z.string()),
  relationToSubject: z.string().nullable(),
  livesWithSubject: z.boolean().nullable().describe('null: nobody said, or it is kept from the other side'),
  whereabouts: z.string().nullable(),
  school: z.string().nullable(),
  contactsHidden: z.boolean(),
  asReported: z
    .object({ name: z.string().nullable(), birthDate: day.nullable() })
    .nullable()
    .describe('as the report has it, where something else was learned since'),
  learned: z
    .array(
      z.object({
        id,
        kind: learnedKind,
        value: z.string(),
        hidden: z.boolean(),
        saidBy,
        saidAt: instant,
        takenBy: z.string().nullable(),
        takenAt: instant,
        takenBack: z.object({ at: instant, by: z.string().nullable(), why: backReason }).nullable(),
      }),
    )
    .describe('coded facts that the desk learned after the report came, oldest first'),
  personId: id.nullable(),
  match: z.enum(['confirmed', 'candidates', 'new', 'unidentifiable']),
});

/** What was added to a report since it came. */
export const addition = z.object({
  id,
  at: instant,
  origin: z.enum(['reporter', 'desk', 'feed']),
  text: z.string(),
  raisedBand: band.nullable(),
  readAt: instant.nullable(),
});

/** A coded concept that the narrative proposes, with the places that speak of it. */
export const finding = z.object({
  set: z.enum(['grounds', 'needType', 'immediateDanger', 'childrenInHome']),
  code: z.string(),
  label,
  negated: z.boolean().describe('wherever the text speaks of it, it denies it'),
  places: z.array(z.object({ start: z.number().int(), end: z.number().int() })),
  state: z.enum(['proposed', 'reported', 'confirmed', 'rejected']),
  fact: z.boolean().describe('whether the rules read it'),
  by: z.string().nullable(),
  at: instant.nullable(),
});

export const deskReport = z.object({
  id,
  number: z.string(),
  county: z.string(),
  districtName: z.string().nullable(),
  channel: z.string(),
  reporterKind: z.string(),
  mandatory: z.boolean(),
  wantsReply: z.boolean(),
  reportType: z.string(),
  receivedAt: instant,
  occurredOn: day.nullable(),
  occurredPrecision: z.string(),
  placeKind: z.string().nullable(),
  place: z.string().nullable(),
  situation: z.string().nullable(),
  narrative: z.string(),
  evidence: z
    .array(
      z.object({
        kind: z.enum(['danger', 'person', 'time', 'place']),
        start: z.number().int(),
        end: z.number().int(),
        negated: z.boolean().describe('the text denies it'),
      }),
    )
    .describe('stretches of the narrative, in code points'),
  findings: z.array(finding).describe('what the narrative proposes; only what a person confirms is a fact'),
  lexiconVersion: z.string(),
  grounds: z.array(coded),
  needs: z.array(coded),
  answers: z.record(z.string(), z.unknown()),
  immediateDanger: z.string(),
  childrenInHome: z.string(),
  status: reportStatus,
  band,
  bandSource,
  bandReasons: z.array(coded),
  clocks: z.array(clock),
  priorReports: z.number(),
  missing: z.array(coded).describe('what completeness still asks for'),
  persons: z.array(reportedPersonView),
  additions: z.array(addition),
  files: z.array(z.object({ id, name: z.string(), type: z.string(), bytes: z.number(), scan: z.string() })),
  suggestion,
  proposal: proposalView.nullable(),
  handedFrom: z
    .object({
      county: z.string().default(''),
      name: label,
      number: z.string(),
      receivedAt: instant,
      programme: z.string().nullable().default(null),
      withdrawnAt: instant.nullable().default(null).describe('the other county has taken its case back'),
      withdrawnFor: z.string().nullable().default(null),
    })
    .nullable()
    .describe('the report of another county that it goes on from, or the case, with its programme'),
  handed: handedCase.nullable().describe('what came with a case of another county'),
  handedTo: z.object({ name: label, number: z.string() }).nullable().describe('the report of another county that goes on from it'),
  repeatOf: numbered.nullable().describe('the report that told the same event first'),
  repeats: z.array(numbered).describe('later reports of the same event'),
  dispatches: z.array(
    z.object({
      id,
      programme: z.string(),
      unitName: z.string(),
      status: dispatchStatus,
      sentAt: instant,
      acceptDue: instant,
      caseId: id.nullable(),
    }),
  ),
  present: z.array(presence),
  mayPropose: z.object({ allowed: z.boolean(), why: coded.nullable() }),
  mayReview: z.object({ allowed: z.boolean(), why: coded.nullable() }),
  version: z.number(),
});

/** Reports that a name was looked for in; `name` is that of the person it is. */
export const foundReports = z.object({
  rows: z.array(z.object({ id, number: z.string(), name: z.string().nullable(), receivedAt: instant, status: z.string() })),
  cut: z.boolean().describe('there are more'),
});
