// Visits planned and recorded in the house of cases: what a case and a day say of them, for tests.
import { caseHouse } from './case-house.ts';

type Planned = {
  id: string;
  caseId?: string;
  at: string;
  whom: string[];
  account: string;
  along: string[];
  where: { kind: string; value: string | null } | null;
  safety: string | null;
  note: string | null;
  moved: number;
  goes?: boolean;
};
type Row = { type: string; text: string | null; whom: string[]; facts: object };
type One = {
  lastVain: object | null;
  warnings: string[];
  planned: Planned[];
  version: number;
  members: { personId: string; name: string; role: string }[];
  allowed: { type: string }[];
};
type Due = {
  caseId: string;
  rule: string;
  plans: boolean;
  plannedAt: string | null;
  tried: { outcome: string } | null;
  startedBy: { zh: string } | null;
};

/** So many hours from now. */
export const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** The command that plans a visit to the home. */
export const plan = (more: object = {}) => ({ type: 'planVisit', kind: 'visit', at: inHours(20), method: 'homeVisit', ...more });

/** The house of cases, and what is read in it of visits. */
export function visitHouse() {
  const cases = caseHouse();
  const { as, house } = cases;
  const one = async (who: string, id: string) => (await (await as(who))('GET', `/api/cases/${id}`)).body as unknown as One;
  const dayOf = async (who: string) => {
    const body = (await (await as(who))('GET', '/api/worklist')).body as unknown as {
      day: { planned: Planned[]; recorded: { caseId: string; outcome: string }[] };
      due: Due[];
    };
    return { ...body.day, due: body.due };
  };
  /** What of a case stands on somebody's day. */
  const plansOf = async (who: string, id: string) => (await dayOf(who)).planned.filter((row) => row.caseId === id);
  const rowsOf = async (who: string, id: string) =>
    (await (await as(who))('GET', `/api/cases/${id}/timeline`)).body.rows as unknown as Row[];
  const owner = async (text: string, values: unknown[] = []) => (await (await house().server.database.owner()).query(text, values)).rows;
  return { ...cases, one, dayOf, plansOf, rowsOf, owner };
}
