// How is a condition said to a person? In zh-TW and English, from the same tree that is evaluated; `explainOutcome` says which parts decided.

import type { Label, Language } from '../lang/label.ts';
import type { Comparison, Condition, Facts, Operand, Scalar } from './condition.ts';
import { evaluate, type RuleContext, type Truth } from './evaluate.ts';
import { connectives, operators } from './operators.ts';

/** Words for facts and for their coded values; what is not listed is said by its own name. */
export type Wording = {
  readonly facts: Readonly<Record<string, Label>>;
  readonly values?: Readonly<Record<string, Readonly<Record<string, Label>>>>;
};

function say(label: Label, language: Language): string {
  return language === 'en' ? (label.en ?? label.zh) : label.zh;
}

function factWords(name: string, wording: Wording, language: Language): string {
  const label = wording.facts[name];
  return label === undefined ? name : say(label, language);
}

function scalarWords(value: Scalar, about: string | null, wording: Wording, language: Language): string {
  const label = about === null ? undefined : wording.values?.[about]?.[String(value)];
  if (label !== undefined) return say(label, language);
  if (typeof value === 'boolean') return language === 'en' ? (value ? 'yes' : 'no') : value ? '是' : '否';
  return String(value);
}

const spans: Readonly<Record<'hoursBetween' | 'daysBetween' | 'monthsBetween', Label>> = {
  hoursBetween: { zh: '時數', en: 'hours' },
  daysBetween: { zh: '日數', en: 'days' },
  monthsBetween: { zh: '月數', en: 'months' },
};

function operandWords(operand: Operand, about: string | null, wording: Wording, language: Language): string {
  const name = (ref: string) => factWords(ref, wording, language);
  if ('ref' in operand) return name(operand.ref);
  if ('value' in operand) {
    const list = Array.isArray(operand.value) ? operand.value : [operand.value];
    return list.map((value) => scalarWords(value, about, wording, language)).join(language === 'en' ? ', ' : '、');
  }
  switch (operand.fn) {
    case 'count':
      return language === 'en' ? `number of ${name(operand.of)}` : `${name(operand.of)}的數目`;
    case 'daysSince':
      return language === 'en' ? `days since ${name(operand.of)}` : `距${name(operand.of)}的日數`;
    case 'hoursSince':
      return language === 'en' ? `hours since ${name(operand.of)}` : `距${name(operand.of)}的時數`;
    case 'age':
      return language === 'en' ? `age at ${name(operand.at)}` : `${name(operand.at)}時的年齡`;
    default: {
      const span = say(spans[operand.fn], language);
      return language === 'en'
        ? `${span} from ${name(operand.from)} to ${name(operand.to)}`
        : `${name(operand.from)}至${name(operand.to)}的${span}`;
    }
  }
}

function comparisonWords(comparison: Comparison, denied: boolean, wording: Wording, language: Language): string {
  const about = 'ref' in comparison.left ? comparison.left.ref : null;
  const operator = operators[comparison.op];
  const words = say(denied ? operator.denied : operator.label, language);
  const left = operandWords(comparison.left, about, wording, language);
  const right = operandWords(comparison.right, about, wording, language);
  if (language === 'en') return `${left} ${words} ${right}`;
  // A pure ASCII value needs air beside Han characters, a Han value does not.
  return /^[\x20-\x7e]/.test(right) ? `${left}${words} ${right}` : `${left}${words}${right}`;
}

function words(condition: Condition, denied: boolean, wording: Wording, language: Language, nested: boolean): string {
  if ('not' in condition) return words(condition.not, !denied, wording, language, nested);
  if ('known' in condition) {
    const word = say(denied ? connectives.unknown : connectives.known, language);
    return language === 'en'
      ? `${factWords(condition.known, wording, language)} ${word}`
      : `${factWords(condition.known, wording, language)}${word}`;
  }
  if (!('all' in condition) && !('any' in condition)) return comparisonWords(condition, denied, wording, language);
  const parts = 'all' in condition ? condition.all : condition.any;
  // De Morgan: a denied "all" reads as "any" of the denied parts.
  const conjunction = 'all' in condition !== denied;
  if (parts.length === 0) return conjunction ? (language === 'en' ? 'always' : '一律成立') : language === 'en' ? 'never' : '一律不成立';
  const texts = parts.map((part) => words(part, denied, wording, language, parts.length > 1));
  const joined = texts.join(say(conjunction ? connectives.all : connectives.any, language));
  return nested && texts.length > 1 ? (language === 'en' ? `(${joined})` : `（${joined}）`) : joined;
}

/** The condition as a phrase; `denied` says its opposite. */
export function explain(condition: Condition, wording: Wording, language: Language, denied = false): string {
  return words(condition, denied, wording, language, false);
}

/** A part of a condition that decided its outcome, in words. */
export type Because = { readonly truth: Truth; readonly text: string };

/**
 * Why a condition came out as it did: the smallest parts that settle it. For a false `all` these are its parts that are not true, for a true `any` those that are.
 */
export function explainOutcome(condition: Condition, facts: Facts, context: RuleContext, wording: Wording, language: Language): Because[] {
  const truth = evaluate(condition, facts, context);
  if ('not' in condition) {
    const inner = explainOutcome(condition.not, facts, context, wording, language);
    return inner.map((part) => ({ truth: part.truth === 'unknown' ? 'unknown' : !part.truth, text: part.text }));
  }
  if ('all' in condition || 'any' in condition) {
    const parts = 'all' in condition ? condition.all : condition.any;
    const deciding = parts.filter((part) => evaluate(part, facts, context) === truth);
    return deciding.flatMap((part) => explainOutcome(part, facts, context, wording, language));
  }
  return [{ truth, text: explain(condition, wording, language, truth === false) }];
}
