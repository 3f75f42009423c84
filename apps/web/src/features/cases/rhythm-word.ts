// How often the family of a case is visited, and by which level: said beside its clock, and where the next visit is planned.
import { sayIn } from '../../fields/frame.ts';
import { m } from '../../words/index.ts';
import { limitWord, rhythmWord } from '../../words/limit.ts';
import type { Workspace } from './queries.ts';

/** 高脆弱：每月訪視 2 次，15 日內. */
export const rhythmSaid = ({ level, visitsPerMonth, limit }: NonNullable<Workspace['rhythm']>): string =>
  level === null || visitsPerMonth === null
    ? m.rhythm_unrated({ limit: limitWord(limit) })
    : m.rhythm_by_level({ level: sayIn(level), often: rhythmWord(visitsPerMonth), limit: limitWord(limit) });
