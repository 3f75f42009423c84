// The fields of the acts by which a case moves to another county.
import type { Answers, Field } from '@anwang/core/forms';
import { type FormContext, field, must, option, people } from './act-fields.ts';

/** Chosen where the county has no desk in this system and must be told by letter. */
export const ELSEWHERE = 'none';

const letter = (zh: string, en: string): Field => field('letter', 'text', zh, en, { required: true, maxLength: 200 });

export const transferForms: Readonly<Record<string, (context: FormContext, answers: Answers) => Field[]>> = {
  proposeTransfer: (context, answers) => {
    const county = context.counties.find((each) => each.id === answers.toCounty);
    const apart = context.case.members.some((each) => each.until === null && each.role === 'respondent');
    return [
      field('toCounty', 'choice', '移轉縣市', 'To which county', {
        required: true,
        options: [
          ...context.counties.map((each) => ({ code: each.id, label: each.name })),
          option(ELSEWHERE, '不在本系統，另以公文移轉', 'Not in this system, told by letter'),
        ],
        help: {
          zh: '核定後該縣市派案中心即收到；在對方受案以前，個案仍由本單位負責',
          en: 'Once approved, the desk of that county has it; until a unit there has taken it, the case stays yours',
        },
      }),
      ...(county
        ? [
            field('district', 'choice', '現居行政區', 'District where they live now', {
              options: county.districts.map((each) => ({ code: each.id, label: each.name })),
            }),
          ]
        : []),
      field('since', 'date', '何時遷居', 'Since when'),
      field('reason', 'choice', '轉案原因', 'Reason', { required: true, options: context.choices('transferReason') }),
      field('personIds', 'choices', '遷居的成員', 'Who moves', {
        required: true,
        options: people(context),
        help: { zh: '主要對象須在其中；未遷居的成員留在本縣市', en: 'Whom the case is about is among them; the others stay here' },
      }),
      field('address', 'text', '現居地址', 'Address now', {
        maxLength: 200,
        ...(apart
          ? {
              help: {
                zh: '本案有另一方：地址對其隱藏，也不會出現在時間軸或摘要',
                en: 'The case has another side: the address is hidden from them, and stands neither on the timeline nor in the summary',
              },
            }
          : {}),
      }),
      field('phone', 'text', '聯絡電話', 'Telephone', { maxLength: 60 }),
      field('summary', 'paragraph', '轉案摘要', 'Summary', {
        ...must,
        maxLength: 8000,
        help: {
          zh: '需求、風險、服務進行情形與接下來該做的事；服務計畫、目標、評估結果、最近訪視、未結轉介與時限會自動附上。紀錄與案卷文件不隨案移轉，由對方函索。請勿寫通報人與地址',
          en: 'Needs, risks, what is going on and what comes next; the plan, goals, results, the last visit, open referrals and what is due go along by themselves. Records and files do not: they are asked for by letter. Neither who reported nor the address',
        },
      }),
      field('safety', 'paragraph', '訪視安全', 'To be safe at a visit', { maxLength: 1000 }),
    ];
  },
  decideTransfer: ({ case: one }, answers) => [
    field('decision', 'choice', '核定', 'Decision', {
      required: true,
      options: [option('approved', '同意移轉', 'Approve'), option('sentBack', '退回修改', 'Send back')],
    }),
    ...(answers.decision === 'approved' && one.transfer?.county === null ? [letter('移轉公文文號', 'Letter by which they are told')] : []),
    field('reason', 'paragraph', '意見', 'Remarks', { required: answers.decision === 'sentBack' }),
  ],
  withdrawTransfer: (context) => [
    field('reason', 'choice', '撤回原因', 'Reason', {
      required: true,
      options: context.choices('transferWithdrawReason'),
      help: {
        zh: '對方派案中心與單位即不再處理，個案仍由本單位服務',
        en: 'The desk and the unit there have nothing to do any more; the case stays here',
      },
    }),
    ...(context.case.transfer?.county === null ? [letter('撤回公文文號', 'Letter by which they are told')] : []),
    field('note', 'paragraph', '說明', 'Remarks', {
      help: { zh: '只留在本案，對方看不到', en: 'Stays in this case; the other county does not see it' },
    }),
  ],
  answerTransfer: (context, answers) => [
    field('answer', 'choice', '他縣市回覆', 'Their answer', {
      required: true,
      options: [option('taken', '已受理', 'They have taken it'), option('returned', '退回', 'Returned')],
      help: { zh: '登錄已受理後，本案即以遷居結案', en: 'Once they have taken it, the case here closes as moved' },
    }),
    ...(answers.answer === 'returned'
      ? [field('reason', 'choice', '退回原因', 'Reason', { required: true, options: context.choices('transferReturnReason') })]
      : []),
    letter('來文文號', 'Their letter'),
  ],
};
