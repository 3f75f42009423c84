// The fields of the acts by which a case goes on with another unit of its county.
import type { Answers, Field, Option } from '@anwang/core/forms';
import { type FormContext, field, must, option } from './act-fields.ts';
import type { UnitBeside } from './use-units-beside.ts';

/** A unit with what it carries and why the rules would take it, or would not. */
const unitOption = ({ unitId, unitName, name, openCases, capacity, reasons, fits }: UnitBeside): Option => {
  const load = capacity === null ? `${openCases}` : `${openCases}/${capacity}`;
  const why = (language: 'zh' | 'en') => reasons.map(({ label }) => label[language]);
  return {
    ...option(unitId, name?.zh ?? unitName, name?.en ?? unitName),
    note: {
      zh: [`在案 ${load}`, ...why('zh'), ...(reasons.length === 0 && !fits ? ['派案路由未列'] : [])].join('，'),
      en: [`${load} open`, ...why('en'), ...(reasons.length === 0 && !fits ? ['not on the route table'] : [])].join(', '),
    },
  };
};

const units = ({ beside }: FormContext): Option[] => beside.map(unitOption);

export const moveForms: Readonly<Record<string, (context: FormContext, answers: Answers) => Field[]>> = {
  proposeMove: (context, answers) => [
    field('reason', 'choice', '移轉原因', 'Reason', { required: true, options: context.choices('moveReason') }),
    ...(answers.reason === 'movedDistrict'
      ? [
          field('district', 'choice', '現居行政區', 'District where they live now', {
            required: true,
            options: context.districts.map((each) => ({ code: each.id, label: each.name })),
          }),
        ]
      : []),
    field('toUnitId', 'choice', '移轉單位', 'To which unit', {
      required: true,
      options: units(context),
      help: {
        zh: '依體系、行政區與案量排序，第一個是規則建議的單位；對方受案以前，個案仍由本單位負責，時限照常',
        en: 'Ordered by programme, district and load; the first is what the rules propose. Until that unit has taken it, the case stays yours and its time limits run on',
      },
    }),
    field('summary', 'paragraph', '移轉摘要', 'Summary', {
      ...must,
      maxLength: 8000,
      help: {
        zh: '為何移轉、風險、服務進行情形與接下來該做的事。對方受案前只看得到這段話、成員、計畫、目標、評估結果與時限；受案後整案隨之移轉。請勿寫通報人與地址',
        en: 'Why, the risks, what is going on and what comes next. Before it takes the case the other unit reads this, the members, the plan, goals, results and what is due; afterwards it has the whole case. Neither who reported nor the address',
      },
    }),
    field('safety', 'paragraph', '訪視安全', 'To be safe at a visit', { maxLength: 1000 }),
  ],
  decideMove: (_context, answers) => [
    field('decision', 'choice', '核定', 'Decision', {
      required: true,
      options: [option('approved', '同意移轉', 'Approve'), option('sentBack', '退回修改', 'Send back')],
    }),
    field('reason', 'paragraph', '意見', 'Remarks', { required: answers.decision === 'sentBack' }),
  ],
  withdrawMove: (context) => [
    field('reason', 'choice', '撤回原因', 'Reason', {
      required: true,
      options: context.choices('moveWithdrawReason'),
      help: { zh: '對方單位即不再處理，個案仍由本單位服務', en: 'The other unit has nothing to do any more; the case stays here' },
    }),
    field('note', 'paragraph', '說明', 'Remarks', {
      help: { zh: '只留在本案，對方看不到', en: 'Stays in this case; the other unit does not see it' },
    }),
  ],
};
