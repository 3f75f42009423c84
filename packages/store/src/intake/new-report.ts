// A report as it is about to be written: coded facts in clear, everything that identifies sealed by the functions of this folder.
import type { CountyId, DistrictId } from '@anwang/core/lang';
import type { Instant, PlainDate } from '@anwang/core/time';

export type Band = 'extreme' | 'high' | 'medium' | 'low';
export type PersonRole = 'subject' | 'victim' | 'respondent' | 'caregiver' | 'familyMember' | 'witness' | 'other';

/** One person as the reporter named them; null and empty are "not known". */
export type NewReportPerson = {
  readonly role: PersonRole;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  readonly nationalId: string | null;
  readonly birthDate: PlainDate | null;
  readonly ageApproximate: number | null;
  readonly phones: readonly string[];
  readonly addresses: readonly string[];
  readonly school: string | null;
  readonly contactsHidden: boolean;
  readonly relationToSubject: string | null;
  readonly livesWithSubject: 'yes' | 'no' | 'unknown';
  readonly whereabouts: string | null;
};

export type NewReporter = {
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly organisation: string | null;
  readonly relation: string | null;
};

export type NewReport = {
  readonly county: CountyId;
  readonly district: DistrictId | null;
  readonly channel: string;
  readonly reporterKind: string;
  readonly mandatory: boolean;
  readonly reportType: 'initial' | 'followUp' | 'final';
  readonly wantsReply: boolean;
  readonly receivedAt: Instant;
  readonly occurredOn: PlainDate | null;
  readonly occurredPrecision: 'minute' | 'day' | 'month' | 'approximate' | 'unknown';
  readonly placeKind: string | null;
  readonly grounds: readonly string[];
  readonly needs: readonly string[];
  /** Coded answers of the form; nothing that identifies. */
  readonly answers: Readonly<Record<string, string | number | boolean | null>>;
  readonly band: Band;
  /** Ids of the triage rules that gave the band. */
  readonly bandReasons: readonly string[];
  readonly triageDue: Instant;
  readonly deskDue: Instant;
  readonly packVersion: string;
  readonly demo: boolean;
  /** Null for the public. */
  readonly createdBy: string | null;
  readonly narrative: string;
  readonly place: string | null;
  readonly situation: string | null;
  readonly persons: readonly NewReportPerson[];
  readonly reporter: NewReporter;
};

/** What is kept of a person's row, sealed: exactly as given. */
export type SealedPerson = Omit<NewReportPerson, 'role' | 'relationToSubject' | 'livesWithSubject' | 'whereabouts' | 'sex'> & {
  readonly sex: 'male' | 'female' | 'other' | null;
};
