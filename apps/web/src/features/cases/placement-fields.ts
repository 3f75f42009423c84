// The fields of the acts about children kept away from home. Where is asked once, in a field of its own that goes to a hidden contact; every other field asks to leave it out.
import type { Answers, Field, Option } from '@anwang/core/forms';
import { type FormContext, field, must, option, people } from './act-fields.ts';
import { formFields } from './form-fields.ts';
import type { Workspace } from './queries.ts';

/** What is written beside it may be read by more people than the place may. */
export const withoutPlace = { zh: '安置處所是秘密地址，不要寫在這裡', en: 'The place is a secret address: do not write it here' };

const nameOf = (one: Workspace, person: string): string => one.members.find((each) => each.personId === person)?.name ?? '姓名不詳';

/** The children in placement, or those of them for whom the act can be done. */
const placed = ({ case: one }: FormContext, which: (each: Workspace['placements'][number]) => boolean = () => true): Option[] =>
  one.placements.filter(which).map((each) => option(each.id, nameOf(one, each.personId)));

const whose = (options: readonly Option[]): Field =>
  field('placementIds', 'choices', '安置中的兒少', 'Which child', { required: true, options });
const note = field('note', 'paragraph', '說明', 'Note', { help: withoutPlace });

const kinds = (context: FormContext): Field =>
  field('kind', 'choice', '安置類型', 'Kind of place', { required: true, options: context.choices('placementKinds') });
const place = field('place', 'text', '安置處所', 'Where', {
  maxLength: 200,
  help: {
    zh: '存為兒少的保密聯絡方式，對本案其他成員隱藏；只在「單獨檢視」該名兒少時看得到，每次開啟都留紀錄',
    en: 'Kept as a secret contact of the child, hidden from the others of the case; seen only in a view of the child alone, each opening on record',
  },
});

const parties = [
  option('court', '法院', 'Court'),
  option('police', '警察機關', 'Police'),
  option('guardian', '父母、監護人', 'Parents or guardian'),
  option('prosecutor', '檢察官', 'Prosecutor'),
];
const whyNotTold = (context: FormContext): Field =>
  field('notTold', 'choice', '不通知父母、監護人的原因', 'Why parents or guardian are not told', {
    options: context.choices('placementNotTold'),
    help: {
      zh: '兒少權法 57 條：無父母、監護人或通知顯有困難時，得不通知',
      en: 'Art. 57: where there are none, or telling them is plainly difficult',
    },
  });

/** Who of the case can be placed: children on the victim's side who are not placed yet. */
const children = (context: FormContext): Option[] =>
  people(
    context,
    (member) =>
      (member.role === 'subject' || member.role === 'victim') && !context.case.placements.some((each) => each.personId === member.personId),
  );

/** What the acts begin with: the child from whom they were begun, or the only one there is. */
export function answersOfPlacement(one: Workspace, type: string, person: string | undefined): Answers | undefined {
  if (type === 'placeChild') return person === undefined ? undefined : { personIds: [person] };
  if (!Object.hasOwn(placementForms, type)) return undefined;
  const [first, ...rest] = person === undefined ? one.placements : one.placements.filter((each) => each.personId === person);
  return first === undefined || rest.length > 0 ? {} : { placementIds: [first.id] };
}

export const placementForms: Readonly<Record<string, (context: FormContext, answers: Answers) => Field[]>> = {
  placeChild: (context, answers) => [
    field('personIds', 'choices', '安置的兒少', 'Who is placed', {
      required: true,
      options: children(context),
      help: {
        zh: '可一次記錄多名；手足若還不是「同案受害手足」，請先更正角色',
        en: 'Several at once if need be; a sibling who is not a victim of the case yet: correct the role first',
      },
    }),
    field('happenedAt', 'instant', '安置開始', 'Began', {
      ...must,
      help: { zh: '72 小時由此起算，不分日夜假日', en: 'The 72 hours run from here, nights and holidays included' },
    }),
    field('ground', 'choice', '安置事由（兒少權法 56 條）', 'Ground (article 56)', {
      required: true,
      options: context.choices('placementGrounds'),
    }),
    kinds(context),
    place,
    field('courtTold', 'instant', '通報法院', 'Court told', {
      help: { zh: '還沒通報就留空，系統會提醒', en: 'Not yet: leave empty, and a clock runs' },
    }),
    field('policeTold', 'instant', '通報警察機關', 'Police told'),
    field('guardianTold', 'instant', '通知父母、監護人', 'Parents or guardian told'),
    ...(answers.guardianTold === undefined ? [whyNotTold(context)] : []),
    field('prosecutorTold', 'instant', '報請檢察官', 'Prosecutor told', { help: { zh: '涉及犯罪時', en: 'Where there is an offence' } }),
    field('note', 'paragraph', '安置經過', 'How it came about', { help: withoutPlace }),
    ...formFields(context.form, answers),
  ],
  tellPlacement: (context, answers) => [
    whose(placed(context)),
    field('party', 'choice', '通知對象', 'Who was told', { required: true, options: parties }),
    field('happenedAt', 'instant', '時間', 'When', must),
    ...(answers.party === 'guardian' ? [whyNotTold(context)] : []),
    note,
  ],
  movePlacement: (context) => [
    whose(placed(context)),
    field('happenedAt', 'instant', '變更時間', 'Since when', must),
    kinds(context),
    { ...place, label: { zh: '新的安置處所', en: 'Where now' } },
    note,
  ],
  askCourt: (context) => [
    whose(placed(context, (each) => each.next !== null)),
    field('happenedAt', 'instant', '法院收件時間', 'When the court had it', {
      ...must,
      help: {
        zh: '緊急安置中為聲請繼續安置，已獲准者為聲請延長，不准者為抗告',
        en: 'In the 72 hours: to carry on; granted already: for longer; refused: an appeal',
      },
    }),
    field('letter', 'text', '公文或案件字號', 'Number', { maxLength: 200 }),
    note,
  ],
  recordRuling: (context, answers) => [
    whose(placed(context, (each) => each.asked !== null || each.phase === 'continued')),
    field('outcome', 'choice', '裁定結果', 'Ruling', {
      required: true,
      options: [option('granted', '准予安置', 'Granted'), option('refused', '駁回', 'Refused'), option('revoked', '撤銷安置', 'Revoked')],
    }),
    field('happenedAt', 'instant', '裁定時間', 'When', must),
    ...(answers.outcome === 'granted'
      ? [
          field('from', 'date', '准予安置起日', 'From', must),
          field('until', 'date', '准予安置迄日', 'Until', {
            ...must,
            help: { zh: '每次至多三個月，含起日', en: 'Three months at most, the first day counted' },
          }),
        ]
      : []),
    field('letter', 'text', '裁定字號', 'Number of the ruling', { maxLength: 200 }),
    note,
  ],
  endPlacement: (context) => [
    whose(placed(context)),
    field('happenedAt', 'instant', '結束時間', 'When', must),
    field('how', 'choice', '結束原因', 'How it ended', { required: true, options: context.choices('placementEnds') }),
    note,
  ],
};
