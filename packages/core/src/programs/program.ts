// What is a programme? A service system as data: whom it is for, its stages, acts, clocks, forms, instruments, codes, roles and measures.
// It reads like the manual it came from: every statutory element names its basis; it is serialisable and pinned by version in every case.

import type { Form } from '../forms/form.ts';
import type { Label } from '../lang/label.ts';
import type { Condition } from '../rules/condition.ts';
import type { ClockRule } from './clock-rule.ts';
import type { CodeList, LegalBasis } from './code-list.ts';
import type { StageDefinition } from './stage.ts';

/** What one case of the programme is about. */
export type CaseSubject = 'household' | 'child' | 'victim' | 'person';

/** Kinds of units that take part. */
export const unitKinds = [
  'desk',
  'familyServiceCentre',
  'dvsaCentre',
  'policePrecinct',
  'school',
  'healthBureau',
  'ngo',
  'labour',
  'countyOffice',
  'arbiter',
] as const;
export type UnitKind = (typeof unitKinds)[number];

/** The parts of a programme that are lists of codes, which a county may add to. */
export const codeLists = [
  'needs',
  'risks',
  'services',
  'openingReasons',
  'shortTermReasons',
  'notOpenedReasons',
  'closureReasons',
  'returnReasons',
] as const;

/** The side on which somebody stands in a case; `victim` and `offender` are kept apart (house law 8). */
export type Side = 'subject' | 'victim' | 'offender' | 'family' | 'other';

/** Roles somebody can have in a case. */
export type MemberRoleId = 'subject' | 'member' | 'victim' | 'respondent' | 'caregiver' | 'contact' | 'collateral';

/** Something that must hold before an act is allowed, said in words. */
export type Requirement = {
  readonly id: string;
  readonly label: Label;
  readonly condition: Condition;
  readonly basis?: LegalBasis;
  readonly county?: string;
};

/** An act the programme allows in addition to what the generic life of a case says: extra requirements, form to fill in. */
export type ProgrammeAction = {
  /** Id of a case act (core/cases `caseActions`). */
  readonly id: string;
  readonly label?: Label;
  readonly form?: string;
  readonly requires: readonly Requirement[];
};

/** An instrument the programme uses, when, and by whom it is due. */
export type InstrumentUse = {
  readonly instrument: string;
  readonly version: string;
  /** On which occasions it is filled in. */
  readonly moments: readonly ('intake' | 'pre' | 'review' | 'post')[];
  readonly about: 'case' | 'person';
  /** Its last result goes along when the case moves to another county. */
  readonly handedOn?: true;
};

/** Who may be a member of a case in which role and side. */
export type MemberRole = { readonly id: MemberRoleId; readonly label: Label; readonly side: Side };

/** A level of service with the rhythm of visits it asks for. */
export type ServiceLevel = { readonly id: string; readonly label: Label; readonly visitsPerMonth: number; readonly basis: LegalBasis };

/** A programme as data. */
export type Programme = {
  readonly id: string;
  /** Version of the pack: cases stay pinned to it. */
  readonly version: string;
  /** First day on which new cases use it, `YYYY-MM-DD`. */
  readonly validFrom: string;
  /** Prefix of case numbers: `VF`. */
  readonly prefix: string;
  readonly label: Label;
  readonly short: Label;
  readonly subject: CaseSubject;
  /** On which side its workers stand (house law 8). */
  readonly side: 'victim' | 'offender' | 'family' | 'neutral';
  /** Kind of unit that leads. */
  readonly unit: UnitKind;
  readonly basis: readonly LegalBasis[];
  readonly stages: readonly StageDefinition[];
  readonly actions: readonly ProgrammeAction[];
  readonly clocks: readonly ClockRule[];
  readonly forms: readonly Form[];
  readonly instruments: readonly InstrumentUse[];
  readonly needs: CodeList;
  readonly risks: CodeList;
  readonly services: CodeList;
  readonly openingReasons: CodeList;
  readonly shortTermReasons: CodeList;
  readonly notOpenedReasons: CodeList;
  readonly closureReasons: CodeList;
  readonly returnReasons: CodeList;
  readonly memberRoles: readonly MemberRole[];
  readonly levels: readonly ServiceLevel[];
  /** Ids of measures computed from its cases. */
  readonly measures: readonly string[];
  /** Overlays that were applied, in order. */
  readonly overlays: readonly { readonly county: string; readonly version: string }[];
};
