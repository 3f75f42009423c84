// How fast and how long does a case of each programme run in the demo? Means, not limits: limits are the packs'. Opening shares: vulnerable families
// open/short/not = 35.2/7.1/28.8 of those decided (domain 06 §6.1); one child report in three opens; partner violence by our own assumption.

export interface Rhythm {
  /** Hours, means of exponential waits. */
  readonly acceptHours: number;
  readonly assignHours: number;
  readonly contactHours: number;
  readonly firstVisitHours: number;
  readonly assessHours: number;
  readonly decideHours: number;
  readonly open: number;
  readonly shortTerm: number;
  readonly planHours: number;
  /** Whether short-term help has a plan too. */
  readonly planAlways: boolean;
  /** Usual days between visits in service where no level says it; days after which worker and instrument look again, and the plan is reviewed; mean length of service. */
  readonly visitDays: number;
  readonly assessDays: number;
  readonly reviewDays: number;
  readonly serviceDays: number;
}

const FALLBACK: Rhythm = {
  acceptHours: 5,
  assignHours: 6,
  contactHours: 20,
  firstVisitHours: 90,
  assessHours: 160,
  decideHours: 30,
  open: 0.4,
  shortTerm: 0.1,
  planHours: 90,
  planAlways: false,
  visitDays: 23,
  assessDays: 78,
  reviewDays: 76,
  serviceDays: 200,
};

const RHYTHMS: Readonly<Record<string, Rhythm>> = {
  'vulnerable-family': { ...FALLBACK, firstVisitHours: 84, assessHours: 190, open: 0.495, shortTerm: 0.1, serviceDays: 230 },
  'child-protection': {
    ...FALLBACK,
    acceptHours: 1.5,
    assignHours: 2,
    contactHours: 4,
    firstVisitHours: 12,
    assessHours: 150,
    decideHours: 60,
    open: 0.36,
    shortTerm: 0,
    serviceDays: 270,
    visitDays: 17,
    assessDays: 24,
  },
  'intimate-partner-violence': {
    ...FALLBACK,
    acceptHours: 3,
    assignHours: 4,
    contactHours: 8,
    firstVisitHours: 80,
    assessHours: 70,
    open: 0.5,
    shortTerm: 0.18,
    serviceDays: 150,
    planHours: 50,
    planAlways: true,
    assessDays: 24,
  },
};

/** The rhythm of a programme; one that the demo does not know lives at an ordinary pace. */
export const rhythmOf = (programme: string): Rhythm => RHYTHMS[programme] ?? FALLBACK;
