// How are events written one after the other? A cursor in time that stops at the anchor: what would happen later has not happened yet.

import type { CaseEvent, CaseFactsByType } from '@anwang/core/cases';
import { instantFromMs } from '@anwang/core/time';
import type { Chance } from '../chance/index.ts';
import { type Hours, withinHours } from '../hours/index.ts';

const HOUR = 3_600_000;

/** Thrown inside a life when the present is reached; caught by whoever runs the script. */
class Present extends Error {}

export interface Actor {
  readonly id: string;
  readonly unit: string;
}

export interface Script {
  /** Moves on by an exponential wait with this mean in hours, at most `most`. */
  wait(meanHours: number, most?: number): void;
  /** Moves on by exactly so many hours. */
  pass(hours: number): void;
  /** Moves on to these hours of a working day in Taipei, if the moment does not lie in them. */
  until(hours: Hours, weekends?: boolean): void;
  /** The present moment of the script, milliseconds. */
  now(): number;
  /** What has happened so far. */
  told(): readonly CaseEvent[];
  say<T extends keyof CaseFactsByType>(
    type: T,
    actor: Actor,
    facts: CaseFactsByType[T],
    text?: string,
    answers?: Record<string, string | number | readonly string[]>,
    safety?: string,
  ): void;
}

type Said<T extends keyof CaseFactsByType> = Pick<CaseEvent, 'id' | 'caseId' | 'seq' | 'at' | 'personal'> & {
  readonly actor: Actor;
  readonly facts: CaseFactsByType[T];
};

/** One event of the union: type and facts belong together by the signature. */
export const eventOf = <T extends keyof CaseFactsByType>(type: T, { actor, at, ...said }: Said<T>): CaseEvent =>
  ({ ...said, type, at, happenedAt: at, actor: actor.id, unit: actor.unit }) as unknown as CaseEvent;

/**
 * Runs a life until it ends or the present is reached; gives the events.
 * @param startMs moment of the first event
 */
export const runScript = (
  chance: Chance,
  caseId: string,
  startMs: number,
  anchorMs: number,
  life: (script: Script) => void,
): CaseEvent[] => {
  const events: CaseEvent[] = [];
  let at = startMs;
  const move = (hours: number) => {
    at += Math.max(0.02, hours) * HOUR;
    if (at > anchorMs) throw new Present();
  };
  const script: Script = {
    now: () => at,
    told: () => events,
    pass: move,
    until: (hours, weekends) => {
      at = withinHours(at, hours, chance.next(), weekends);
      if (at > anchorMs) throw new Present();
    },
    wait: (mean, most = mean * 6) => move(Math.min(most, chance.wait(mean))),
    say: (type, actor, facts, text, answers, safety) => {
      if (at > anchorMs) throw new Present();
      const happenedAt = instantFromMs(at);
      const personal =
        text === undefined && answers === undefined
          ? null
          : {
              ...(text === undefined ? {} : { text }),
              ...(answers === undefined ? {} : { answers }),
              ...(safety === undefined ? {} : { safety }),
            };
      events.push(eventOf(type, { id: chance.uuid(at), caseId, seq: events.length + 1, at: happenedAt, actor, facts, personal }));
      at += 60_000;
    },
  };
  try {
    life(script);
  } catch (error) {
    if (!(error instanceof Present)) throw error;
  }
  return events;
};
