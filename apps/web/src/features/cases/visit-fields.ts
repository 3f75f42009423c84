// Visits and contacts: what is recorded of them, and what is planned.
import type { Answers, Field, Option } from '@anwang/core/forms';
import { mayStayOpen } from '@anwang/core/programs';
import { contactWord } from '../../words/contact.ts';
import { formatMoment } from '../../words/index.ts';
import { type FormContext, field, must, note, option, people } from './act-fields.ts';
import { placesOf } from './answers-of-visit.ts';
import { formFields } from './form-fields.ts';
import { homeField } from './home-checks.ts';
import { withoutPlace } from './placement-fields.ts';
import { metField } from './presence.ts';
import { rhythmSaid } from './rhythm-word.ts';
import { describeMember, isAboutPerson, presentMembers } from './who-is-it.ts';

/** Kinds of contact that a way of meeting leads to. */
const leadsTo = { visit: ['residenceAddress', 'registeredAddress', 'school', 'workplace'], contact: ['phone', 'email'] };

/** The plans that are open, by their moment. */
const plans = ({ case: one }: FormContext): Option[] =>
  one.planned.map((plan) => option(plan.id, [formatMoment(plan.at), ...plan.whom].join(' ')));

function begun(context: FormContext, set: string): Field[] {
  return [
    ...(context.case.planned.length > 0 ? [field('planId', 'choice', '對應的排訪', 'Planned as', { options: plans(context) })] : []),
    field('happenedAt', 'instant', '日期', 'When', must),
    field('method', 'choice', '方式', 'How', { required: true, options: context.choices(set) }),
    field('outcome', 'choice', '結果', 'Outcome', { required: true, options: context.choices('meetingOutcomes') }),
  ];
}

const length = field('minutes', 'integer', '時間長度（分鐘）', 'Minutes', { min: 0, max: 1440 });
const safe = field('safe', 'yesNo', '人身安全無虞', 'Everyone is safe', { unknownAllowed: true });

/** Which goals it was about, and when the next one is. */
function ended({ case: one }: FormContext, kind: keyof typeof leadsTo): Field[] {
  const soon = kind === 'visit' && one.rhythm ? rhythmSaid(one.rhythm) : null;
  const diary = { zh: '填了就排入行程', en: 'Goes into the diary' };
  const active = one.goals.filter((goal) => goal.status === 'active' || goal.status === 'partly');
  return [
    ...(active.length > 0
      ? [
          field('goalIds', 'choices', '連動目標', 'Towards goals', {
            options: active.map((goal) => option(goal.id, goal.goal ?? goal.need)),
          }),
        ]
      : []),
    // Of a case that another county has taken only what was done is still recorded.
    ...(one.closedAt === null
      ? [
          field('nextAt', 'instant', '下次', 'Next', {
            help: soon === null ? diary : { zh: `${diary.zh}；${soon}`, en: `${diary.en}; ${soon}` },
          }),
        ]
      : []),
  ];
}

/** Where the next one leads and who goes along, once there is one. */
function nextOne(context: FormContext, answers: Answers, kind: keyof typeof leadsTo): Field[] {
  if (answers.nextAt === undefined) return [];
  const where = places(context, kind);
  const along = companions(context, context.me);
  return [
    ...(where.length > 0
      ? [
          field('nextContactId', 'choice', kind === 'visit' ? '下次地點' : '下次號碼', kind === 'visit' ? 'Next: where' : 'Next: number', {
            options: where,
          }),
        ]
      : []),
    ...(kind === 'visit' ? [field('nextPlace', 'text', '下次其他地點', 'Next: elsewhere', { maxLength: 200 })] : []),
    ...(kind === 'visit' && along.length > 0 ? [field('nextAlongIds', 'choices', '下次同行', 'Next: goes along', { options: along })] : []),
  ];
}

/** Of each member whether they were met: what is asked of the household one by one. */
const presence = (context: FormContext, answers: Answers): Field[] =>
  presentMembers(context).map((each) =>
    field(`${metField}${each.personId}`, 'choice', each.name ?? '姓名不詳', each.name ?? 'Name unknown', {
      options: [option('seen', '見到', 'Met'), option('atHome', '在家未見', 'At home, not met'), option('away', '不在家', 'Away')],
      unknownAllowed: true,
      help: describeMember(context, each),
      // Somebody was met: whether it was the one whom the case is about decides on what is due.
      required: answers.outcome === 'met' && isAboutPerson(context) && each.role === 'subject',
    }),
  );

/** What was seen at home, of those items that the programme looks at. */
const home = ({ choices }: FormContext): Field[] =>
  choices('homeChecks').map(({ code, label: { zh, en = zh } }) =>
    field(`${homeField}${code}`, 'choice', zh, en, {
      options: [
        option('fine', '無異狀', 'Fine'),
        { ...option('concern', '有疑慮', 'Concern'), tone: 'attention' },
        option('notLooked', '未查看', 'Not looked at'),
      ],
    }),
  );

/** Where it leads: an open address or number of a member. */
const places = (context: FormContext, kind: keyof typeof leadsTo): Option[] =>
  placesOf(context)
    .filter(({ first }) => leadsTo[kind].includes(first.kind))
    .map(({ first, shared }) => {
      const words = `${contactWord(first.kind)} ${first.value}`;
      const whose = context.case.members.find((each) => each.personId === first.personId)?.name ?? '';
      return option(first.id, shared ? words : `${whose} ${words}`);
    });

/** Who may go along with whoever goes: the unit, and whoever helps in the case. */
const companions = ({ workers, case: one }: FormContext, goes: Answers[string]): Option[] =>
  workers
    .filter((each) => each.id !== goes && (each.own || one.collaborators.some((helper) => helper.id === each.id && helper.until === null)))
    .map((each) => option(each.id, each.name));

/** Who can go: the lead, whoever helps, and whoever fills in the form. */
const goers = ({ workers, case: one, me }: FormContext): Option[] => {
  const helps = (id: string) => one.collaborators.some((helper) => helper.id === id && helper.until === null);
  return workers.filter(({ id }) => id === me || id === one.leadId || helps(id)).map(({ id, name }) => option(id, name));
};

const heed = (context: FormContext): Field =>
  field('warnings', 'choices', '前往時注意', 'To heed when going there', {
    options: context.choices('visitWarnings'),
    help: {
      zh: '本案每個人都看得到，包括協力單位；來源與經過寫在安全提醒',
      en: 'Everybody in the case sees this, partners too; where it comes from goes under "for safety"',
    },
  });

/** Where a child is in placement, a visit to it is no place to write it down. */
const secret = ({ case: one }: FormContext): { help?: { zh: string; en: string } } =>
  one.placements.length > 0 ? { help: withoutPlace } : {};

function planForm(context: FormContext, answers: Answers): Field[] {
  const kind = answers.kind === 'contact' ? 'contact' : 'visit';
  return [
    field('kind', 'choice', '排定', 'What', {
      required: true,
      options: [option('visit', '訪視', 'A visit'), option('contact', '聯繫', 'A contact')],
    }),
    ...planned(context, kind, answers),
  ];
}

/** What stands in a plan of this kind. */
function planned(context: FormContext, kind: keyof typeof leadsTo, answers: Answers): Field[] {
  const where = places(context, kind);
  const along = companions(context, answers.accountId ?? context.me);
  const go = goers(context);
  return [
    field('at', 'instant', '日期', 'When', must),
    field('method', 'choice', '方式', 'How', {
      required: true,
      options: context.choices(kind === 'visit' ? 'visitMethods' : 'contactMethods'),
    }),
    field('personIds', 'choices', '對象', 'With whom', { options: people(context) }),
    ...(where.length > 0
      ? [
          field('contactId', 'choice', kind === 'visit' ? '地點' : '號碼', kind === 'visit' ? 'Where' : 'Number', {
            options: where,
            help: { zh: '保密的地址與電話不列在這裡', en: 'What is kept secret is not listed' },
          }),
        ]
      : []),
    ...(kind === 'visit' ? [field('place', 'text', '其他地點', 'Elsewhere', { maxLength: 200, ...secret(context) })] : []),
    ...(go.length > 1
      ? [
          field('accountId', 'choice', kind === 'visit' ? '由誰前往' : '由誰聯繫', kind === 'visit' ? 'Who goes' : 'Who calls', {
            options: go,
            help: { zh: '主責、協力人員或自己；不選就是自己', en: 'The lead, whoever helps, or yourself; yourself where nobody is chosen' },
          }),
        ]
      : []),
    ...(kind === 'visit' && along.length > 0
      ? [
          field('alongIds', 'choices', '同行', 'Goes along', {
            options: along,
            help: { zh: '同行者要加入協力才看得到本案', en: 'They see the case only once they are added as collaborators' },
          }),
        ]
      : []),
    ...(kind === 'visit' ? [heed(context)] : []),
    field('safety', 'text', '安全提醒', 'For safety', { maxLength: 1000 }),
    field('minutes', 'integer', '預計（分鐘）', 'Minutes', { min: 1, max: 1440 }),
    note,
  ];
}

const which = (context: FormContext): Field => field('planId', 'choice', '哪一次', 'Which', { required: true, options: plans(context) });

/** The forms of these acts. */
export const visitForms: Readonly<Record<string, (context: FormContext, answers: Answers) => Field[]>> = {
  recordContact: (context, answers) => [
    ...begun(context, 'contactMethods'),
    field('personIds', 'choices', '聯繫到誰', 'Who was reached', {
      options: people(context),
      required: answers.outcome === 'met' && isAboutPerson(context),
    }),
    length,
    safe,
    field('note', 'paragraph', '聯繫紀錄', 'Record'),
    ...ended(context, 'contact'),
    ...nextOne(context, answers, 'contact'),
  ],
  recordVisit: (context, answers) => [
    ...begun(context, 'visitMethods'),
    ...presence(context, answers),
    ...(answers.method === 'homeVisit' && answers.outcome === 'met' ? home(context) : []),
    length,
    safe,
    field('place', 'text', '地點', 'Place', { maxLength: 200, ...secret(context) }),
    field('note', 'paragraph', '訪視紀錄', 'Record', secret(context)),
    heed(context),
    ...ended(context, 'visit'),
    ...nextOne(context, answers, 'visit'),
    ...formFields(context.form, answers, mayStayOpen('recordVisit', answers.outcome)),
  ],
  planVisit: planForm,
  changeVisit: (context, answers) => {
    const plan = context.case.planned.find((each) => each.id === answers.planId);
    const reason = field('reason', 'text', '更改的原因', 'Why it is changed', { maxLength: 1000 });
    return [which(context), ...(plan ? [...planForm(context, answers), reason] : [])];
  },
  cancelVisit: (context) => [
    which(context),
    field('reason', 'choice', '原因', 'Reason', { required: true, options: context.choices('cancelReasons') }),
    note,
  ],
};
