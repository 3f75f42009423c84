// Cases: lists, the workspace, the timeline, the worklist of a day, and one way to act.

import { decide } from '@anwang/core/access';
import { fail, ok } from '@anwang/core/lang';
import { dateIn, taipei } from '@anwang/core/time';
import {
  countCases,
  countViews,
  findCase,
  listCases,
  readCaseFlags,
  readEvents,
  readMembers,
  workersWithLoad,
} from '@anwang/store/casework';
import { countyNames } from '@anwang/store/org';
import { handOverReasons } from '../../casework/choices.ts';
import { programmeOf } from '../../casework/words.ts';
import { unitsBeside } from '../../desk/unit-choices.ts';
import { readPicture } from '../../family/read-picture.ts';
import type { Handlers } from '../../http/handlers.ts';
import { insideFirst, within } from '../../http/within.ts';
import { act } from './act.ts';
import { alike } from './alike.ts';
import { clocksTold } from './clocks-told.ts';
import { readReportOfCase } from './read-report.ts';
import { readCursor, rowView, writeCursor } from './row-view.ts';
import { supportsTold } from './supports-told.ts';
import { authorOf, countiesOf, spokenOf, timelineView } from './timeline.ts';
import { worklist } from './worklist.ts';
import { readWorkspace } from './workspace.ts';

const sortValue = { due: 'next_due', newest: 'received_at', received: 'received_at', lastContact: 'last_contact_at' } as const;

export const cases: Handlers<'cases'> = {
  list: within(async (input, tx, call) => {
    const { cursor, limit, view, sort, ...filters } = input;
    const after = readCursor(cursor);
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const rows = await listCases(tx, {
      view,
      sort,
      now: call.now,
      unit: call.actor.unit,
      limit: limit + 1,
      ...given,
      ...(after === undefined ? {} : { after }),
    });
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last !== undefined ? writeCursor(last[sortValue[sort]], last.id) : null;
    return ok({ rows: shown.map((row) => rowView(row)), next });
  }),
  views: within(async (_input, tx, call) => ok({ views: await countViews(tx, { now: call.now, unit: call.actor.unit }) })),
  count: within(async (input, tx, call) => {
    const { view, ...filters } = input;
    const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
    const counted = await countCases(tx, { view, now: call.now, unit: call.actor.unit, ...given });
    tx.audit({ action: 'case.count', count: counted.count });
    return ok(counted);
  }),
  flags: within(async (input, tx, call) => ok({ cases: await readCaseFlags(tx, input.ids, dateIn(taipei, call.now)) })),
  worklist: within(worklist),
  supportsTold: within(supportsTold),
  clocksTold: within(clocksTold),
  one: within((input, tx, call) => readWorkspace(tx, call, input.caseId)),
  timeline: within(async (input, tx) => {
    const row = await findCase(tx, input.caseId);
    if (row === undefined) return fail({ code: 'notFound', kind: 'case', id: input.caseId });
    const events = await readEvents(tx, input.caseId, true);
    const spoken = events.map(spokenOf);
    const [nameOf, counties] = await Promise.all([
      tx.names.read(tx, {
        account: [...events.map(authorOf), ...spoken.flatMap((one) => one.accounts)],
        unit: spoken.flatMap((one) => one.units),
      }),
      countyNames(tx, [...countiesOf(events).values()]),
    ]);
    const entries = timelineView(programmeOf(row), events, nameOf, (id) => counties.get(id) ?? null).filter(
      (entry) => input.type === undefined || entry.type === input.type,
    );
    // Cases have tens of events, not thousands: the page is cut from the whole by position.
    const from = Math.max(0, Number.parseInt(input.cursor ?? '0', 10) || 0);
    tx.audit({ action: 'case.read', ids: [input.caseId], county: row.county, count: entries.length });
    return ok({
      rows: entries.slice(from, from + input.limit),
      next: entries.length > from + input.limit ? String(from + input.limit) : null,
    });
  }),
  family: within(async (input, tx, call) => {
    const row = await findCase(tx, input.caseId);
    if (row === undefined) return fail({ code: 'notFound', kind: 'case', id: input.caseId });
    const members = (await readMembers(tx, input.caseId)).filter((member) => member.until === null);
    const order = (role: string) => (role === 'subject' ? 0 : role === 'victim' ? 1 : 2);
    const people = members.sort((a, b) => order(a.role) - order(b.role)).map((member) => member.person_id);
    tx.audit({ action: 'family.read', ids: [input.caseId], personIds: people, county: row.county });
    return ok(await readPicture(tx, call, people, { hitsExpired: true }));
  }),
  report: within(readReportOfCase),
  alike: within(alike),
  act: insideFirst(act),
  units: within(async (input, tx) => {
    const row = await findCase(tx, input.caseId);
    if (row === undefined) return fail({ code: 'notFound', kind: 'case', id: input.caseId });
    const place = { county: row.county, programme: row.programme, unit: row.unit_id };
    return ok({ units: await unitsBeside(tx, place, input.district ?? row.district) });
  }),
  workers: within(async (input, tx, call) => {
    const row = await findCase(tx, input.caseId);
    if (row === undefined) return fail({ code: 'notFound', kind: 'case', id: input.caseId });
    const workers = await workersWithLoad(tx, row.county, row.unit_id);
    const assigns = decide(call.actor, 'case.assign', call.purpose, null, call.now).allow;
    return ok({
      reasons: handOverReasons.filter((one) => one.code !== 'takenBack'),
      workers: workers.map((one) => ({
        id: one.id,
        name: one.name,
        title: one.title,
        unitId: one.unit_id ?? row.unit_id,
        unitName: one.unit_zh,
        openCases: assigns ? one.open_cases : null,
        own: one.unit_id === row.unit_id,
        mayLead: one.may_lead,
      })),
    });
  }),
};
