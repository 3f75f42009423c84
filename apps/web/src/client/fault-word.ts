// What is wrong with a field, in words, from the reason that the server gives: a code, and after a colon its bound.
import { m } from '../words/index.ts';

const emptied = new Set(['missing', 'empty', 'minLength:1', 'minItems:1']);
const dates = new Set(['noSuchDate', 'notADate', 'dateImpossible', 'dateUnreadable', 'instantUnreadable']);
/** The answer is not one of those there are to choose from. */
const foreign =
  /^(?:notAnOption|notAllowed|notInValueSet|notInProgramme|notInUnit|notMember|notOnCase|notShared|isSubject|notProposed|unknown|unknownUnit|unknownDistrict|unknownPerson)$/;
const misshapen = /^(?:wrongKind|typeMismatch|kindDoesNotFit|not|format)$/;

const bounded: Readonly<Record<string, (n: string) => string>> = {
  minLength: (n) => m.fault_min_length({ n }),
  maxLength: (n) => m.fault_max_length({ n }),
  minItems: (n) => m.fault_min_items({ n }),
  maxItems: (n) => m.fault_max_items({ n }),
  min: (n) => m.fault_min({ n }),
  max: (n) => m.fault_max({ n }),
};

const counted: Readonly<Record<string, (n: string) => string>> = {
  stillCarries: (n) => m.fault_still_carries({ n }),
  stillLeads: (n) => m.fault_still_leads({ n }),
  lastSupervisor: (n) => m.fault_last_supervisor({ n }),
  stillReceives: (n) => m.fault_still_receives({ n }),
};

const plain: Readonly<Record<string, () => string>> = {
  required: m.fault_required,
  unknownNotAllowed: m.fault_unknown_not_allowed,
  tooSmall: m.fault_too_small,
  tooLarge: m.fault_too_large,
  tooLong: m.fault_too_long,
  tooShort: m.fault_too_short,
  notInReach: m.fault_not_in_reach,
  taken: m.fault_taken,
  twice: m.fault_taken,
  noSupervisor: m.fault_no_supervisor,
  noSubject: m.fault_no_subject,
  asBefore: m.fault_as_before,
  future: m.fault_future,
  past: m.fault_past,
  afterTransfer: m.fault_after_transfer,
  subjectStays: m.fault_subject_stays,
  transferInstead: m.fault_transfer_instead,
  transferWaits: m.fault_transfer_waits,
  moveWaits: m.fault_move_waits,
  childPlaced: m.fault_child_placed,
  alreadyPlaced: m.fault_already_placed,
  notPlaced: m.fault_not_placed,
  notVictimSide: m.fault_not_victim_side,
  otherSide: m.fault_other_side,
  samePerson: m.fault_not_victim_side,
  beforeReport: m.fault_before_report,
  beforePlacement: m.fault_before_placement,
  beforeRuling: m.fault_before_ruling,
  beforeAsked: m.fault_before_asked,
  askedAlready: m.fault_asked_already,
  notAsked: m.fault_not_asked,
  notGranted: m.fault_not_granted,
  untilBeforeFrom: m.fault_until_before_from,
  overThreeMonths: m.fault_over_three_months,
  sameUnit: m.fault_same_unit,
  visitUnderWay: m.fault_visit_under_way,
  supportOpen: m.fault_support_open,
  alreadyLead: m.fault_already_lead,
  isOut: m.fault_is_out,
  alreadyOnCase: m.fault_already_on_case,
  alreadyMember: m.alike_member,
  notRunning: m.fault_not_running,
  notPaused: m.fault_not_paused,
  sameBand: m.fault_same_band,
  codeRequirement: m.fault_code_requirement,
  routeThere: m.fault_route_there,
  notAUserName: m.fault_user_name,
  idNumberCheckDigit: m.fault_id_check_digit,
  idNumberMalformed: m.fault_id_malformed,
  notATelephone: m.fault_telephone,
  notAnExtension: m.fault_extension,
  rightsNeedUnit: m.fault_rights_need_unit,
};

/** One sentence to stand under the field. */
export function faultWord(reason: string): string {
  const [code = '', bound = ''] = reason.split(':', 2);
  if (emptied.has(reason)) return m.fault_empty();
  if (dates.has(code)) return m.date_wrong_shape();
  if (foreign.test(code)) return m.fault_not_an_option();
  if (misshapen.test(code)) return m.fault_wrong_kind();
  return bounded[code]?.(bound) ?? counted[code]?.(bound) ?? plain[code]?.() ?? m.problem_field();
}
