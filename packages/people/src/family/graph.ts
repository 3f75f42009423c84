// What is the material of a family picture? People, dated kin edges, households (registered and lived), contacts, cases, reports and flags,
// as the store read them under the viewer's policies; facts that law 8 hides carry from whom.

export interface GraphPerson {
  readonly id: string;
  readonly name: string | null;
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  readonly birthDate: string | null;
  readonly birthPrecision: 'day' | 'month' | 'year' | 'approximate' | 'unknown';
  readonly deceasedOn: string | null;
  readonly district: string | null;
}

interface Hideable {
  readonly hidden: boolean;
  readonly hiddenFrom: readonly string[];
}

export interface GraphKin extends Hideable {
  /** `from` is <relation> of `to`. */
  readonly from: string;
  readonly to: string;
  readonly relation: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly source: string;
  readonly confidence: 'confirmed' | 'probable' | 'reported';
  /** What was said in one word, and of whom; null of a recorded edge. */
  readonly told: { readonly person: string; readonly relation: string } | null;
}

export interface GraphMember extends Hideable {
  readonly personId: string;
  readonly relation: string;
  readonly since: string | null;
  readonly until: string | null;
  readonly source: string;
  readonly confidence: 'confirmed' | 'probable' | 'reported';
}

export interface GraphHousehold {
  readonly id: string;
  readonly kind: 'registered' | 'lived';
  readonly district: string | null;
  readonly members: readonly GraphMember[];
  /** People in whose sight it does not exist (house law 8). */
  readonly keptFrom: readonly string[];
}

export interface GraphContact extends Hideable {
  readonly id: string;
  readonly personId: string;
  readonly kind: string;
  readonly value: string | null;
  readonly district: string | null;
  readonly source: string;
  readonly since: string | null;
}

export interface GraphCase {
  readonly id: string;
  readonly number: string;
  readonly programme: string;
  readonly status: string;
  readonly stage: string;
  readonly risk: 'extreme' | 'high' | 'medium' | 'low' | null;
  readonly unitName: string;
  readonly leadName: string | null;
  readonly personIds: readonly string[];
  readonly lastContactAt: string | null;
  readonly readable: boolean;
}

export interface GraphReport {
  readonly id: string;
  readonly number: string;
  readonly receivedAt: string;
  readonly channel: string;
  readonly band: 'extreme' | 'high' | 'medium' | 'low';
  readonly status: string;
  readonly personIds: readonly string[];
  readonly grounds: readonly string[];
}

export interface GraphFlag {
  readonly id: string;
  readonly personId: string;
  readonly source: string;
  readonly code: string;
  readonly sensitivity: 'S1' | 'S2' | 'S3' | 'S4';
  readonly severity: 'urgent' | 'attention' | 'normal';
  readonly legalBasis: string;
  readonly asOf: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
}

export interface FamilyGraph {
  readonly people: readonly GraphPerson[];
  readonly kin: readonly GraphKin[];
  readonly households: readonly GraphHousehold[];
  readonly contacts: readonly GraphContact[];
  readonly cases: readonly GraphCase[];
  readonly reports: readonly GraphReport[];
  readonly flags: readonly GraphFlag[];
}
