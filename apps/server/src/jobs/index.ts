// What runs beside the requests: matching that a killed process left undone, desk clocks, scanning, sweeping, telling supervisors,
// handing over what the outbox holds.

import { join } from 'node:path';
import { dateIn } from '@anwang/core/time';
import { verifyAndNote } from '@anwang/store/audit';
import { escalateCaseClocks } from '@anwang/store/casework';
import { scanFile, sweepUploads } from '@anwang/store/files';
import { escalateClocks, tellSupervisor } from '@anwang/store/intake';
import { deliverOutbox, type Job, type JobContext, type Message, sweepKept } from '@anwang/store/jobs';
import { tellOfDuties, tellOfShields, tellOfVisits } from '@anwang/store/notices';
import { remindOfRecoveries } from '@anwang/store/org';
import { carryOutRetention } from '@anwang/store/retention';
import { connectOwner, type Tx } from '@anwang/store/session';
import { escalationSteps } from '../casework/clock-rules.ts';
import { hideInSession, matchInSession } from '../desk/match-filed.ts';
import { matchLearned } from '../desk/match-learned.ts';
import { raiseInSession } from '../desk/raise-by-evidence.ts';
import type { House } from '../house.ts';
import { indexInSession } from '../people/index-newcomer.ts';
import { rekeyPart } from '../people/rekey.ts';
import { carryCaseOf, carryPart, lookPart } from './adopt.ts';
import { reckonCases, reckonDesk, reckonPart } from './reckon.ts';

type Payload = Readonly<Record<string, unknown>>;
const idOf = (payload: Payload, name: string): string => {
  const id = payload[name];
  if (typeof id !== 'string') throw new Error(`a job came without ${name}`);
  return id;
};

/** Five-field cron patterns, in UTC. */
export const schedule = {
  'clocks.sweep': '* * * * *',
  'outbox.deliver': '* * * * *',
  'files.sweep': '17 * * * *',
  'kept.sweep': '37 * * * *',
  'retention.carry': '40 17 * * *',
  'audit.verify': '*/5 * * * *',
  'audit.verifyAll': '10 18 * * *',
} as const;

/** Where messages go: ids and codes, what is personal stays sealed. Throws when it cannot take one now; it comes again. */
export type Announce = (message: Pick<Message, 'topic' | 'county' | 'payload'>) => void;
/** Messages of one run; more wait for the next minute. */
const outboxBatch = 5000;

/** Jobs by task name; each runs in one session under its actor. */
export function jobsOf(house: House, announce: Announce): Readonly<Record<string, Job>> {
  const steps = escalationSteps();
  const asMatcher = (run: (tx: Tx, payload: Payload) => Promise<unknown>): Job => ({
    actor: house.system.matcher,
    purpose: 'screening',
    run: async (tx, { payload }) => void (await run(tx, payload)),
  });
  const asClock = (run: (tx: Tx, payload: Payload, context: JobContext) => Promise<unknown>): Job => ({
    actor: house.system.clock,
    purpose: 'system',
    run: async (tx, context) => void (await run(tx, context.payload, context)),
  });
  const verify = (whole: boolean): Job => ({
    actor: house.system.sealer,
    purpose: 'system',
    run: async (tx) =>
      void (await verifyAndNote(tx, join(house.settings.data, 'audit-heads.jsonl'), {
        whole,
        at: house.now(),
        copies: house.settings.headsCopy === null ? [] : [house.settings.headsCopy],
      })),
  });
  return {
    'retention.carry': asClock(async () => {
      // Erasing is the owner's work: no serving role may remove what is on record.
      const owner = await connectOwner(house.store, 'retention');
      try {
        await carryOutRetention(owner, house.now());
      } finally {
        await owner.end();
      }
    }),
    'audit.verify': verify(false),
    'audit.verifyAll': verify(true),
    'intake.match': asMatcher((tx, payload) => matchInSession(house, tx, idOf(payload, 'reportId'))),
    'intake.learned': asMatcher((tx, payload) => matchLearned(house, tx, idOf(payload, 'factId'))),
    'intake.hide': asMatcher((tx, payload) => hideInSession(house, tx, idOf(payload, 'reportId'))),
    'intake.evidence': asMatcher((tx, payload) => raiseInSession(house, tx, idOf(payload, 'reportId'))),
    'people.newcomer': asMatcher((tx, payload) =>
      indexInSession(house, tx, { recordId: idOf(payload, 'recordId'), personId: idOf(payload, 'personId') }),
    ),
    'people.rekey': asMatcher((tx, payload) => rekeyPart(tx, house.now(), payload)),
    'clocks.sweep': asClock(async (tx) => {
      await escalateClocks(tx, house.now());
      await escalateCaseClocks(tx, steps, house.now());
      await tellOfVisits(tx, house.now());
      await tellOfDuties(tx, house.now());
      await remindOfRecoveries(tx, house.now());
      await tellOfShields(tx, dateIn(house.time().zone, house.now()));
    }),
    'clocks.reckon': asClock((tx, _payload, context) => reckonPart(house, tx, context, steps)),
    'clocks.reckonCase': asClock((tx, payload) => reckonCases(house, tx, [idOf(payload, 'caseId')], steps)),
    'adoptions.look': asClock((tx, payload) => lookPart(house, tx, idOf(payload, 'adoptionId'))),
    'adoptions.carry': asClock((tx, _payload, context) => carryPart(house, tx, context, steps)),
    'adoptions.carryCase': asClock((tx, payload) => carryCaseOf(house, tx, idOf(payload, 'adoptionId'), idOf(payload, 'caseId'), steps)),
    'clocks.reckonDesk': asClock((tx, payload) => reckonDesk(house, tx, idOf(payload, 'clockId'))),
    'files.scan': asClock((tx, payload) => scanFile(tx, idOf(payload, 'fileId'), undefined)),
    'files.sweep': asClock((tx) => sweepUploads(tx, 24)),
    'kept.sweep': asClock((tx) => sweepKept(tx)),
    'outbox.deliver': asClock((tx) =>
      deliverOutbox(tx, async ({ topic, county, payload }) => announce({ topic, county, payload }), outboxBatch),
    ),
    'breakGlass.tell': asClock((tx, payload) => tellSupervisor(tx, idOf(payload, 'breakGlassId'), 'used', house.now())),
    'breakGlass.remind': asClock((tx, payload) => tellSupervisor(tx, idOf(payload, 'breakGlassId'), 'reviewDue', house.now())),
  };
}
