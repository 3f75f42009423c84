// How does a case live? From dispatch to closure as a stream of events that the programme's rules allow: acceptance, first contact and visit, assessment,
// the supervisor's decision, plan, goals, visits and services, referrals that come back, reassessment, closing. Codes come from the pack.

import { type CaseEvent, levelsSaid, referralDue } from '@anwang/core/cases';
import { limitAt } from '@anwang/core/programs';
import { addDays, dateIn, instantFromMs, officeCalendar, taipei } from '@anwang/core/time';
import { office } from '../hours/index.ts';
import { planAhead } from './ahead.ts';
import { isEmergency, type LifeSetting, type Living } from './living.ts';
import { assess, contact, LEAN, reach, visit } from './meetings.ts';
import { NOTES } from './notes.ts';
import { withPlacements } from './placed.ts';
import { rhythmOf } from './rhythm.ts';
import { runScript } from './script.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const codes = (list: readonly { readonly code: string; readonly requires?: unknown }[]) =>
  list.filter((c) => c.requires === undefined).map((c) => c.code);

const dateAfter = (life: Living, days: number) => addDays(dateIn(taipei, instantFromMs(life.script.now())), days);

const decided = (life: Living): 'open' | 'shortTerm' | 'notOpened' => {
  const { chance, rhythm } = life;
  const draw = chance.next();
  // A higher band opens more often; the means over all bands stay near the programme's shares.
  const tilt = { extreme: 1.35, high: 1.15, medium: 0.95, low: 0.75 }[life.band];
  const open = Math.min(0.9, rhythm.open * tilt);
  return draw < open ? 'open' : draw < open + rhythm.shortTerm ? 'shortTerm' : 'notOpened';
};

const opening = (life: Living): 'open' | 'shortTerm' | 'notOpened' => {
  const { chance, script, programme, worker, supervisor, rhythm } = life;
  const wanted = decided(life);
  const outcome = wanted === 'shortTerm' && codes(programme.shortTermReasons).length === 0 ? 'open' : wanted;
  const list =
    outcome === 'open' ? programme.openingReasons : outcome === 'shortTerm' ? programme.shortTermReasons : programme.notOpenedReasons;
  const reasons = codes(list).length === 0 ? [] : [chance.pick(codes(list))];
  const proposal = chance.uuid(script.now());
  script.say('openingProposed', worker, { proposal, outcome, reasons }, chance.pick(NOTES[outcome]));
  script.wait(rhythm.decideHours);
  script.until(office);
  script.say('openingDecided', supervisor, { proposal, approved: true, outcome, reasons });
  return outcome;
};

const levelOf = ({ programme, script }: Living): string | null => levelsSaid(programme, script.told()).at(-1)?.level ?? null;

const plan = (life: Living): string[] => {
  const { chance, script, programme, worker, needs } = life;
  const level = levelOf(life);
  script.say('planDrafted', worker, { plan: chance.uuid(script.now()), level, reviewOn: dateAfter(life, 90) }, chance.pick(NOTES.plan));
  const known = codes(programme.needs);
  return Array.from({ length: chance.between(1, 3) }, (_, i) => {
    const goal = chance.uuid(script.now());
    const need = needs.find((n) => known.includes(n)) ?? chance.pick(known);
    script.say(
      'goalSet',
      worker,
      { goal, need, priority: i + 1, dueOn: dateAfter(life, chance.between(60, 180)), services: codes(programme.services).slice(0, 1) },
      chance.pick(NOTES.goal),
    );
    return goal;
  });
};

const refer = (life: Living) => {
  const { chance, script, programme, worker, partners } = life;
  if (partners.length === 0) return;
  const partner = chance.pick(partners);
  const referral = chance.uuid(script.now());
  const answerBy = referralDue(programme, instantFromMs(script.now()), { calendar: officeCalendar, zone: taipei });
  if (answerBy === null) return;
  script.say(
    'referralSent',
    worker,
    {
      referral,
      unit: partner.unit,
      need: chance.pick(codes(programme.needs)),
      fields: ['name', 'district', 'members', 'risk'],
      answerBy,
    },
    chance.pick(NOTES.referral),
  );
  script.wait(60);
  script.until(office);
  const accepted = chance.bool(0.9);
  script.say('referralAnswered', partner, { referral, answer: accepted ? 'accepted' : 'declined', reason: accepted ? null : 'noCapacity' });
  if (!accepted) return;
  script.wait(400);
  script.until(office);
  script.say('referralReturned', partner, { referral, outcome: 'completed', result: null });
};

/** Usual days between visits: well within what the level asks for, the more so where a weekend or a visit in vain takes much of it. */
const visitDays = (life: Living): number => {
  const { programme, rhythm } = life;
  const rule = programme.clocks.find((one) => one.byLevel === true);
  if (rule === undefined) return rhythm.visitDays;
  const { amount, kind } = limitAt(programme, rule, levelOf(life));
  return (amount ?? 1) * (kind === 'calendarDays' ? 0.66 : 30 * 0.77);
};

// Most visits come in time; one gap in twenty is long. Whoever was not at home is sought again within the week.
const untilNextVisit = (life: Living, met: boolean): void => {
  const { chance, script } = life;
  const days = visitDays(life);
  const usual = met ? days * (0.7 + 0.45 * chance.next()) : chance.between(1, days < 7 ? 2 : 5);
  const hours = 24 * usual * (met && chance.bool(0.05) ? 1.9 : 1);
  planAhead(life, hours);
  script.pass(hours);
};

const service = (life: Living, goals: readonly string[], days: number) => {
  const { chance, script, programme, worker, rhythm } = life;
  const until = script.now() + days * DAY;
  const passed = (since: number, limit: number): boolean => script.now() - since > limit * DAY && chance.bool(0.93);
  let assessedMs = script.now();
  let reviewedMs = script.now();
  let met = true;
  if (chance.bool(0.95)) reach(life, 12);
  while (script.now() < until) {
    untilNextVisit(life, met);
    met = visit(life);
    if (chance.bool(0.45))
      script.say(
        'serviceRecorded',
        worker,
        {
          service: chance.pick(codes(programme.services)),
          goal: goals.length === 0 ? null : chance.pick(goals),
          provider: life.unit,
          person: life.subject,
          amount: null,
        },
        chance.pick(NOTES.service),
      );
    if (chance.bool(0.35)) contact(life);
    if (chance.bool(0.06)) refer(life);
    // Looked at again before it is due: the next visit may be weeks away.
    const next = visitDays(life);
    if (goals.length > 0 && passed(reviewedMs, rhythm.reviewDays - next)) {
      script.say('goalReviewed', worker, { goal: chance.pick(goals), status: chance.bool(0.5) ? 'active' : 'partly' });
      reviewedMs = script.now();
    }
    if (passed(assessedMs, Math.max(rhythm.assessDays - next, 4))) {
      assess(life, 'review', LEAN[life.band] * 0.7);
      assessedMs = script.now();
    }
  }
};

const closing = (life: Living, goals: readonly string[]) => {
  const { chance, script, programme, worker, supervisor, rhythm } = life;
  for (const goal of goals)
    script.say('goalReviewed', worker, { goal, status: chance.bool(0.7) ? 'achieved' : chance.bool(0.6) ? 'partly' : 'notAchieved' });
  // Whoever proposes to close has assessed that the danger is gone.
  assess(life, 'post', 0);
  const reasons = codes(programme.closureReasons);
  const usual = reasons.filter((r) => r === 'goalAchieved' || r === 'riskLowered');
  const reason = usual.length > 0 && chance.bool(0.75) ? chance.pick(usual) : chance.pick(reasons);
  const proposal = chance.uuid(script.now());
  script.say(
    'closureProposed',
    worker,
    { proposal, reason, residualRisk: chance.bool(0.8) ? 'low' : 'medium', followUpOn: dateAfter(life, 90) },
    chance.pick(NOTES.closing),
  );
  script.wait(rhythm.decideHours);
  script.until(office);
  script.say('closureDecided', supervisor, { proposal, approved: true, reason });
};

const liveOn = (life: Living) => {
  const { chance, script, rhythm, programme } = life;
  const { desk, supervisor, worker } = life;
  script.say('caseDispatched', desk, {
    programme: programme.id,
    packVersion: programme.version,
    number: life.number,
    county: life.county,
    district: life.district,
    unit: life.unit,
    band: life.band,
    report: life.report,
    dispatch: life.dispatch,
    members: life.members,
    needs: life.needs,
    grade: life.grade,
    class: life.class,
    receivedAt: instantFromMs(life.receivedMs),
  });
  if (life.acceptableMs > script.now()) script.pass((life.acceptableMs - script.now()) / HOUR);
  script.wait(rhythm.acceptHours, 22);
  if (!isEmergency(life)) script.until(office);
  script.say('caseAccepted', supervisor, { unit: life.unit });
  script.wait(rhythm.assignHours, 30);
  if (!isEmergency(life)) script.until(office);
  script.say('workerAssigned', supervisor, { worker: worker.id, unit: life.unit });
  reach(life, rhythm.contactHours * (life.band === 'extreme' || life.band === 'high' ? 0.4 : 1));
  assess(life, 'intake', LEAN[life.band]);
  const first = Math.min(rhythm.firstVisitHours * 4, chance.wait(rhythm.firstVisitHours));
  planAhead(life, first);
  script.pass(first);
  visit(life, true);
  script.wait(rhythm.assessHours, rhythm.assessHours * 2.5);
  assess(life, 'pre', LEAN[life.band]);
  const outcome = opening(life);
  if (outcome === 'notOpened') return;
  script.wait(rhythm.planHours, rhythm.planHours * 2);
  script.until(office);
  const goals = outcome === 'open' || rhythm.planAlways ? plan(life) : [];
  service(life, goals, outcome === 'open' ? Math.min(700, 45 + chance.wait(rhythm.serviceDays - 45)) : chance.between(14, 55));
  closing(life, goals);
};

/** The events of a case up to the anchor. */
export const caseLife = (setting: LifeSetting): CaseEvent[] =>
  withPlacements(
    runScript(setting.chance, setting.caseId, setting.dispatchedMs, setting.anchorMs, (script) =>
      liveOn({ ...setting, script, rhythm: rhythmOf(setting.programme.id) }),
    ),
    setting,
  );
