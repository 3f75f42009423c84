// Assessments, calls and visits, when people are awake.

import { office, telephoning, visiting } from '../hours/index.ts';
import { drawAssessment } from './assess.ts';
import { isEmergency, type Living } from './living.ts';
import { NOTES } from './notes.ts';

/** How much a case of each band leans towards the grave answers. */
export const LEAN = { extreme: 0.65, high: 0.5, medium: 0.3, low: 0.18 } as const;

/** Fills in what the programme asks for at this moment. @param lean from 0 (all well) to 1 */
export const assess = (life: Living, moment: 'intake' | 'pre' | 'review' | 'post', lean: number): void => {
  const { chance, script, programme, instruments, worker } = life;
  if (!isEmergency(life)) script.until(office);
  for (const use of programme.instruments.filter((i) => i.moments.includes(moment))) {
    const instrument = instruments.get(`${use.instrument}@${use.version}`);
    if (instrument === undefined) continue;
    const drawn = drawAssessment(chance, instrument, lean);
    const { score, band, triggers } = drawn;
    script.say(
      'assessmentCompleted',
      worker,
      {
        assessment: chance.uuid(script.now()),
        instrument: use.instrument,
        version: use.version,
        moment,
        person: use.about === 'person' ? life.subject : null,
        score,
        band,
        override: null,
        triggers,
      },
      chance.pick(NOTES.assessment),
      drawn.answers,
    );
    // An answer that asks for a call the same day gets one.
    if (triggers.includes('callToday') && chance.bool(0.95)) reach(life, 2);
  }
};

/** One call; whether somebody answered. */
export const contact = (life: Living): boolean => {
  const { chance, script, worker, subject } = life;
  if (!isEmergency(life)) script.until(telephoning, true);
  const met = chance.bool(0.78);
  script.say(
    'contactRecorded',
    worker,
    { method: 'phone', outcome: met ? 'met' : 'notMet', persons: met ? [subject] : [], minutes: chance.between(3, 25) },
    chance.pick(met ? NOTES.contact : NOTES.notReached),
  );
  return met;
};

/** Calls until somebody answers, four times at the most. @param hours mean wait before each call */
export const reach = (life: Living, hours: number): void => {
  for (let tries = 0; tries < 4; tries++) {
    life.script.wait(hours, hours * 2);
    if (contact(life)) return;
  }
};

/** One visit; whether somebody was met. */
export const visit = (life: Living, mustMeet = false): boolean => {
  const { chance, script, worker, subject } = life;
  // The first visit of an emergency is made at any hour; every other one when people are awake, on working days.
  if (!(mustMeet && isEmergency(life))) script.until(visiting);
  const met = mustMeet || chance.bool(0.86);
  script.say(
    'visitRecorded',
    worker,
    {
      method: chance.bool(0.85) ? 'homeVisit' : 'officeVisit',
      faceToFace: true,
      outcome: met ? 'met' : 'notMet',
      persons: met ? [subject] : [],
      minutes: met ? chance.between(25, 110) : 10,
      safe: met ? chance.bool(0.93) : null,
    },
    chance.pick(met ? NOTES.visit : NOTES.nobodyHome),
  );
  return met;
};
