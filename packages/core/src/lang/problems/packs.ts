// Problems of stated programmes, overlays, forms, instruments, rules and measures.
export type PackProblem =
  | { code: 'programmeUnknown'; programme: string; version: string | null }
  | { code: 'overlayLoosens'; programme: string; change: string; reason: string }
  | { code: 'overlayInvalid'; programme: string; change: string; reason: string }
  | { code: 'ruleInvalid'; path: string; reason: string }
  | { code: 'instrumentUnknown'; instrument: string; version: string | null }
  | { code: 'answersInvalid'; fields: readonly { path: string; reason: string }[] }
  | { code: 'measureUnknown'; measure: string }
  | { code: 'measureInvalid'; measure: string; reason: string };
