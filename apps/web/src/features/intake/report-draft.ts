// What does a report look like while it is being written, and as it is sent? Everything but the narrative and the county may stay unknown.
import type { SentOf } from '@anwang/contract';

export type PersonDraft = {
  key: string;
  role: 'subject' | 'victim' | 'respondent' | 'caregiver' | 'familyMember' | 'witness' | 'other';
  name: string;
  sex: 'male' | 'female' | 'other' | 'unknown';
  birthDate: string | null;
  ageApproximate: number | null;
  onlyAge: boolean;
  nationalId: string;
  phone: string;
  address: string;
  school: string;
  relation: string;
  livesWith: YesNo;
  whereabouts: string;
  contactsHidden: boolean;
};

export type YesNo = 'yes' | 'no' | 'unknown';

export type ReportDraft = {
  county: string;
  district: string;
  reporterKind: string;
  reporterName: string;
  reporterPhone: string;
  reporterEmail: string;
  reporterOrganisation: string;
  reporterRelation: string;
  wantsReply: boolean;
  persons: PersonDraft[];
  occurredOn: string | null;
  place: string;
  placeKind: string;
  narrative: string;
  grounds: string[];
  needs: string[];
  immediateDanger: YesNo;
  childrenInHome: YesNo;
};

/** A person about whom nothing is known yet. */
export function emptyPerson(role: PersonDraft['role'], key: string): PersonDraft {
  return {
    key,
    role,
    name: '',
    sex: 'unknown',
    birthDate: null,
    ageApproximate: null,
    onlyAge: false,
    nationalId: '',
    phone: '',
    address: '',
    school: '',
    relation: '',
    livesWith: 'unknown',
    whereabouts: '',
    contactsHidden: false,
  };
}

/** An empty report with its first person. */
export function emptyReport(): ReportDraft {
  return {
    county: '',
    district: '',
    reporterKind: '',
    reporterName: '',
    reporterPhone: '',
    reporterEmail: '',
    reporterOrganisation: '',
    reporterRelation: '',
    wantsReply: false,
    persons: [emptyPerson('subject', 'p1')],
    occurredOn: null,
    place: '',
    placeKind: '',
    narrative: '',
    grounds: [],
    needs: [],
    immediateDanger: 'unknown',
    childrenInHome: 'unknown',
  };
}

const given = (text: string): string | null => (text.trim() === '' ? null : text);

/** The report as the contract takes it; what was left empty is sent as not known. */
export function toReport(draft: ReportDraft): SentOf<'intake', 'report'> {
  return {
    county: draft.county,
    district: given(draft.district),
    ...(draft.reporterKind ? { reporterKind: draft.reporterKind } : {}),
    reporter: {
      name: given(draft.reporterName),
      phone: given(draft.reporterPhone),
      email: given(draft.reporterEmail),
      organisation: given(draft.reporterOrganisation),
      relation: given(draft.reporterRelation),
    },
    wantsReply: draft.wantsReply,
    occurredOn: draft.occurredOn,
    occurredPrecision: draft.occurredOn ? 'day' : 'unknown',
    placeKind: given(draft.placeKind),
    place: given(draft.place),
    narrative: draft.narrative,
    grounds: draft.grounds,
    needs: draft.needs,
    immediateDanger: draft.immediateDanger,
    childrenInHome: draft.childrenInHome,
    persons: draft.persons.map((person, at) => ({
      role: person.role,
      name: given(person.name),
      sex: person.sex,
      nationalId: given(person.nationalId),
      birthDate: person.onlyAge ? null : person.birthDate,
      ageApproximate: person.onlyAge ? person.ageApproximate : null,
      phones: given(person.phone) ? [person.phone] : [],
      addresses: given(person.address) ? [person.address] : [],
      relationToSubject: given(person.relation),
      // A draft that was kept before the question was asked has no answer to it.
      livesWithSubject: at === 0 ? 'unknown' : (person.livesWith ?? 'unknown'),
      whereabouts: given(person.whereabouts),
      school: given(person.school),
      contactsHidden: person.contactsHidden,
    })),
  };
}

/** On which of the three steps does a field of the sent report stand? */
export function stepOfField(path: string): 1 | 2 {
  return /^(county|district|reporter|wantsReply)/.test(path) ? 1 : 2;
}
