// The fields of what a case says of the family: who lives with whom, what two people are to each other, and taking it back.
import { familyBases } from '@anwang/core/cases';
import type { Answers, Field } from '@anwang/core/forms';
import { formatDate } from '../../words/index.ts';
import { type FormContext, field, must, option, people } from './act-fields.ts';

const basis = field('basis', 'choice', '依據', 'Known by', {
  required: true,
  options: Object.entries(familyBases).map(([code, { zh, en }]) => option(code, zh, en)),
});
const unnamed = '姓名不詳';

/** Members and whoever of the family is no member. */
const everybody = (context: FormContext) => [
  ...people(context),
  ...context.relatives.map((each) => option(each.id, each.name || unnamed, each.name || 'Unknown')),
];

type Word = FormContext['case']['familyWords'][number];
type InBoth = { readonly zh: string; readonly en?: string };

/** A word of the case as a sentence. */
export function wordLabel(word: Word, relation: InBoth | undefined): { zh: string; en: string } {
  const said = (language: 'zh' | 'en'): string => {
    const zh = language === 'zh';
    const [a, b] = [word.person.name ?? unnamed, word.other.name ?? unnamed];
    if (word.about === 'kin') {
      const what = relation?.[language] ?? (zh ? '非所述關係' : 'not kin as told');
      return zh ? `${a}是${b}的「${what}」` : `${a} to ${b}: ${what}`;
    }
    if (word.until) return zh ? `${a}與${b}同住至${formatDate(word.until)}` : `${a} lived with ${b} until ${formatDate(word.until)}`;
    return zh ? `${a}${word.lives ? '與' : '未與'}${b}同住` : `${a} ${word.lives ? 'lives' : 'does not live'} with ${b}`;
  };
  return { zh: said('zh'), en: said('en') };
}

export const familyForms: Readonly<Record<string, (context: FormContext, answers: Answers) => Field[]>> = {
  tellHome: (context, answers) => [
    field('personId', 'choice', '成員', 'Who', { required: true, options: people(context, (member) => member.role !== 'subject') }),
    field('lives', 'choice', '與主要對象', 'With whom the case is about', {
      required: true,
      options: [option('yes', '同住', 'Lives together'), option('no', '未同住', 'Lives elsewhere')],
      help: {
        zh: '同住情形會畫在家系圖上；凡是畫面上有另一方，或由另一方承辦者查看，都不會出現被害人現在與誰同住',
        en: 'Drawn on the genogram; with whom a victim lives now is in no view that shows the other side, nor for whoever works for them',
      },
    }),
    field('since', 'date', '從何時起', 'Since'),
    ...(answers.lives === 'no' ? [field('until', 'date', '同住至', 'Lived there until')] : []),
    basis,
    field('note', 'paragraph', '說明', 'Note', { maxLength: 400 }),
  ],
  tellKin: (context) => [
    field('personId', 'choice', '這個人', 'Who', { required: true, options: everybody(context) }),
    field('otherId', 'choice', '對這個人', 'To whom', { required: true, options: everybody(context) }),
    field('relation', 'choice', '是', 'Is', {
      required: true,
      options: [
        ...context.choices('relation').filter((each) => each.code !== 'self'),
        option('notKin', '不是所述的關係', 'Not what was told'),
      ],
      help: { zh: '例：王麗珠對林小安是「母親」', en: 'For example: Wang is the mother of Lin' },
    }),
    basis,
    field('reason', 'text', '理由', 'Reason', { ...must, maxLength: 400 }),
  ],
  takeBackFamily: (context) => [
    field('wordId', 'choice', '撤回哪一項', 'Which', {
      required: true,
      options: context.case.familyWords.map((word) => ({
        code: word.id,
        label: wordLabel(word, context.choices('relation').find((each) => each.code === word.relation)?.label),
      })),
    }),
    field('reason', 'text', '理由', 'Reason', { ...must, maxLength: 400 }),
  ],
};

/** What an act on the family begins with, by what it was begun from: two people, a word of the case, or a member. */
export function answersOfWho(type: string, who: string): Answers {
  if (type === 'takeBackFamily') return { wordId: who };
  const [personId = who, otherId, relation] = who.split(':');
  return { personId, ...(otherId ? { otherId } : {}), ...(relation ? { relation } : {}) };
}
