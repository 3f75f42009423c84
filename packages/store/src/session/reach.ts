// What a session's actor reaches, as the database says it when the session is entered (access.enter). Lists read it to enter their index where the actor's rows
// stand; what may be seen is judged by the policies alone, so that a list which reads it wrongly shows less and never more.

import { createHash } from 'node:crypto';

type Question = 'counties' | 'districts' | 'units' | 'owned' | 'narrow';

const keys = new Map<string, string>();

/** The key of a question, as access.key_of makes it. */
function keyOf(question: string): string {
  const known = keys.get(question);
  if (known !== undefined) return known;
  const made = createHash('md5').update(question).digest('hex').slice(0, 10);
  keys.set(question, made);
  return made;
}

/** The kept answers of one account and purpose. */
export class Reach {
  readonly text: string;
  readonly #lists = new Map<string, readonly string[]>();

  constructor(text: string) {
    this.text = text;
  }

  /** Whether the actor may be of somebody's family: has given the own number, or has withdrawn from something. Nobody else has relatives here. */
  get mayBeKin(): boolean {
    return this.text.includes('|person=t|');
  }

  /** Ids for a question about some acts and a class of data; for `narrow` one element when single things may be reached. */
  ids(question: Question, acts: readonly string[], dataClass: string): readonly string[] {
    const key = keyOf(`${question} {${acts.join(',')}} ${dataClass}`);
    const known = this.#lists.get(key);
    if (known !== undefined) return known;
    const from = this.text.indexOf(`|${key}=`);
    const start = from + key.length + 2;
    const answer = from < 0 ? '' : this.text.slice(start, this.text.indexOf('|', start));
    const list = answer === '' ? [] : answer.replace(/^\{|\}$/g, '').split(',');
    this.#lists.set(key, list);
    return list;
  }
}

const mostKept = 5000;

/** What sessions were told when they entered, by actor and purpose: so that a list need not wait for the answer to know where to look. */
export class KnownReaches {
  readonly #held = new Map<string, Reach>();

  find(actor: string, purpose: string): Reach | undefined {
    return this.#held.get(`${actor} ${purpose}`);
  }

  /** The reach that was given, kept. */
  keep(actor: string, purpose: string, text: string): Reach {
    const name = `${actor} ${purpose}`;
    const held = this.#held.get(name);
    if (held?.text === text) return held;
    if (this.#held.size >= mostKept) this.#held.clear();
    const reach = new Reach(text);
    this.#held.set(name, reach);
    return reach;
  }
}
