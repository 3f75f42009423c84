// Filters of the audit viewer stand in the URL; this reads them as the contract takes them, days as days of Taipei.
import type { SentOf } from '@anwang/contract';
import { taipeiInstant } from '../../words/dates.ts';

/** Kinds of things an entry may speak of, with the name of their filter. */
export const kinds = { person: 'personId', case: 'caseId', report: 'reportId', actor: 'actorId' } as const;
type Name = keyof typeof kinds | 'route' | 'from' | 'to';

const isId = (text: string | undefined): text is string => text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** What of an address is no filter: a log without it would be read as if it spoke of that person or time. */
export function faultOfFilter(url: Partial<Record<Name, string>>): 'id' | 'span' | undefined {
  if ([url.person, url.case, url.report, url.actor].some((text) => text !== undefined && !isId(text.trim()))) return 'id';
  return url.from && url.to && url.from > url.to ? 'span' : undefined;
}

/** The filter of an address; what is not an id or a day is left out. */
export function readAuditFilter(url: Partial<Record<Name, string>>): Omit<SentOf<'audit', 'list'>, 'cursor' | 'limit'> {
  const day = (text: string | undefined) => (text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined);
  const from = day(url.from);
  const to = day(url.to);
  return {
    ...(isId(url.person?.trim()) ? { personId: url.person?.trim() } : {}),
    ...(isId(url.case) ? { caseId: url.case } : {}),
    ...(isId(url.report) ? { reportId: url.report } : {}),
    ...(isId(url.actor) ? { actorId: url.actor } : {}),
    ...(url.route ? { route: url.route } : {}),
    ...(from ? { from: taipeiInstant(from, '00:00') } : {}),
    ...(to ? { to: taipeiInstant(to, '24:00') } : {}),
  };
}
