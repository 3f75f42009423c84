// What went wrong, in words? The server answers with problem+json (RFC 9457): code, both titles, fields and facts.
// A failure of the network is its own state, not an error.
import { ApiProblem } from '@anwang/contract/client';
import { goToFirstWrongSoon } from '../ui/first-wrong.ts';
import { say } from '../ui/toast.tsx';
import { language, m } from '../words/index.ts';
import { faultWord } from './fault-word.ts';

export type ProblemView = {
  code: string;
  status: number;
  sentence: string;
  /** Field path to sentence, for forms. */
  fields: Readonly<Record<string, string>>;
  /** What the problem knows: both sides of a conflict, when an action opens. */
  facts: Readonly<Record<string, unknown>>;
  offline: boolean;
};

/** Whether fields are named as wrong: then the form shows it at the first of them, and a toast only when the form has none of them. */
export function namesFields(problem: ProblemView): boolean {
  if (Object.keys(problem.fields).length === 0) return false;
  goToFirstWrongSoon(() => say(problem.sentence, 'failed'));
  return true;
}

/** After how long, in words to follow the sentence; nothing when it was not said. */
function whenAgain(seconds: unknown): string {
  return typeof seconds === 'number' ? m.problem_when_again({ n: Math.max(1, Math.ceil(seconds / 60)) }) : '';
}

const whyNotTaken: Readonly<Record<string, () => string>> = {
  typeMismatch: m.file_type_mismatch,
  typeForbidden: m.file_type_forbidden,
  tooLarge: m.file_too_large,
  incomplete: m.file_incomplete,
  infected: m.file_infected,
};

const whyNotOne: Readonly<Record<string, () => string>> = { opposed: m.matching_opposed, bothSides: m.matching_both_sides };

/** What follows the sentence of a problem from what the problem knows. */
function moreOf(code: string, facts: Readonly<Record<string, unknown>>): string {
  if (code === 'tooManyRequests') return whenAgain(facts.retryAfterSeconds);
  if (code === 'linkNotCertain') return typeof facts.reason === 'string' ? (whyNotOne[facts.reason]?.() ?? '') : '';
  return code === 'fileRejected' && typeof facts.reason === 'string' ? (whyNotTaken[facts.reason]?.() ?? '') : '';
}

/** Reads any thrown value as a problem that can be shown. */
export function readProblem(error: unknown): ProblemView {
  if (error instanceof ApiProblem) {
    const { code, status, titles, fields, facts = {} } = error.problem;
    return {
      code,
      status,
      sentence: titles[language()] + moreOf(code, facts),
      fields: Object.fromEntries((fields ?? []).map((each) => [each.path, faultWord(each.reason)])),
      facts,
      offline: false,
    };
  }
  // A line that hangs is no line: what was given up after its time is sent again like what never left.
  const offline = error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');
  return {
    code: offline ? 'offline' : 'unknown',
    status: 0,
    sentence: offline ? m.state_offline_more() : m.problem_unknown(),
    fields: {},
    facts: {},
    offline,
  };
}
