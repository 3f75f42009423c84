// Problems of identifiers, names and addresses.
export type IdentityProblem =
  | { code: 'idNumberMalformed'; kind: 'national' | 'resident' }
  | { code: 'idNumberCheckDigit'; kind: 'national' | 'resident' }
  | { code: 'nameUnreadable' }
  | { code: 'householdNoMalformed' };
