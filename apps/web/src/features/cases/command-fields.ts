// What must be answered to do a thing with a case: the fields of each command, built from the case's people and the programme's value sets.
// The commands themselves are the contract's; an act without fields here has its own form (assessments) or none.
import { transferClosure } from '@anwang/core/cases';
import type { Answers, Field } from '@anwang/core/forms';
import { mayStayOpen, requiredOfAct } from '@anwang/core/programs';
import { bands, type FormContext, field, helpOf, must, note, option, people, workersOf } from './act-fields.ts';
import { familyForms } from './family-fields.ts';
import { formFields } from './form-fields.ts';
import { moveForms } from './move-fields.ts';
import { placementForms } from './placement-fields.ts';
import { transferForms } from './transfer-fields.ts';
import { visitForms } from './visit-fields.ts';

/** A family that moves is handed over, not closed. */
const moving = { zh: '遷居他縣市請用「提出轉案」', en: 'For a family that moves to another county, propose a transfer' };
const approve = [option('approved', '同意', 'Approve'), option('sentBack', '退回修改', 'Send back')];

/** Whoever sends something back says what is to be changed. */
const remarks = (answers: Answers): Field => field('reason', 'paragraph', '意見', 'Remarks', { required: answers.decision === 'sentBack' });

/** Somebody new, as the worker knows them; what is not known is left out. */
const newcomer: Field[] = [
  field('name', 'text', '姓名或稱呼', 'Name, or what they are called', { required: true, maxLength: 60 }),
  field('sex', 'choice', '性別', 'Sex', {
    options: [option('female', '女', 'Female'), option('male', '男', 'Male'), option('other', '其他', 'Other')],
  }),
  field('birthDate', 'date', '出生日期', 'Date of birth'),
  field('nationalId', 'nationalId', '身分證或居留證號', 'National or residence number', {
    help: { zh: '有證號才能確定是不是同一人；沒有可不填', en: 'Only the number makes it certain who it is; leave empty if not known' },
  }),
];

/** What goes with being on the other side, and what does not (house law 8). */
const otherSide = {
  zh: '被害人已隱藏的聯絡方式對另一方一律隱藏，更正回來也不會自動公開；仍公開的請在「家庭」分頁逐一確認',
  en: 'What is hidden of the victim is hidden from the other side, and stays so when this is corrected back; look at what is still open on the Family tab',
};

/** Which reasons go with which opening decision. */
const openingSets: Readonly<Record<string, string>> = {
  open: 'openingReasons',
  shortTerm: 'shortTermReasons',
  notOpened: 'notOpenedReasons',
};

const forms: Readonly<Record<string, (context: FormContext, answers: Answers) => Field[]>> = {
  assignWorker: (context) => [
    field('workerId', 'choice', '主責社工', 'Lead worker', { required: true, options: workersOf(context, true) }),
    note,
  ],
  handOverLead: (context) => [
    field('workerId', 'choice', '新的主責社工', 'New lead worker', { required: true, options: workersOf(context, true) }),
    field('reason', 'choice', '原因', 'Reason', {
      required: true,
      // One's own undoing has a button of its own.
      options: context.choices('handOverReasons').filter((each) => each.code !== 'takenBack'),
    }),
    note,
  ],
  withdrawProposal: () => [
    field('note', 'paragraph', '原因', 'Reason', {
      help: {
        zh: '可不填。撤回後不再送核定；因提出而停止的時限照原期限續計',
        en: 'May be left empty. Nobody decides any more; a time limit that the proposal had stopped runs on as if it had not been made',
      },
    }),
  ],
  ...visitForms,
  ...transferForms,
  ...moveForms,
  ...familyForms,
  ...placementForms,
  proposeOpening: (context, answers) => [
    field('decision', 'choice', '開案決定', 'Decision', {
      required: true,
      options: [option('open', '開案', 'Open'), option('shortTerm', '短期服務', 'Short-term'), option('notOpened', '不開案', 'Not opened')],
    }),
    field('reason', 'choice', '原因', 'Reason', {
      // Why a family is opened stands in the summary; why not, or for a short time only, is counted.
      required: answers.decision === 'notOpened' || answers.decision === 'shortTerm',
      options: context.choices(openingSets[String(answers.decision)] ?? 'openingReasons'),
      ...helpOf(context.choices(openingSets[String(answers.decision)] ?? 'openingReasons'), answers.reason),
    }),
    field('summary', 'paragraph', '評估摘要', 'Summary', {
      ...must,
      help: { zh: '一段話，主管核定時先讀這一段', en: 'One paragraph: what the supervisor reads first' },
    }),
    ...formFields(context.form, answers, mayStayOpen('proposeOpening', answers.decision)),
  ],
  decideOpening: (_context, answers) => [
    field('decision', 'choice', '核定', 'Decision', { required: true, options: approve }),
    remarks(answers),
  ],
  draftPlan: ({ form }, answers) => [
    field('summary', 'paragraph', '計畫內容', 'The plan', must),
    field('reviewOn', 'date', '檢視日期', 'Review on'),
    ...formFields(form, answers),
  ],
  setGoal: (context) => [
    field('need', 'choice', '需求', 'Need', { required: true, options: context.choices('needs') }),
    field('goal', 'paragraph', '目標', 'Goal', must),
    field('measureOfSuccess', 'text', '如何知道達成', 'How success is known', { maxLength: 1000 }),
    field('dueOn', 'date', '預定完成', 'Due'),
  ],
  reviewGoal: ({ case: one }) => [
    field('goalId', 'choice', '目標', 'Goal', {
      required: true,
      options: one.goals.map((each) => option(each.id, each.goal ?? each.need)),
    }),
    field('status', 'choice', '情形', 'Status', {
      required: true,
      options: [
        option('active', '進行中', 'Active'),
        option('achieved', '達成', 'Achieved'),
        option('partly', '部分達成', 'Partly'),
        option('notAchieved', '未達成', 'Not achieved'),
        option('dropped', '停止', 'Dropped'),
      ],
    }),
    note,
  ],
  recordService: (context) => [
    field('happenedAt', 'instant', '日期', 'When', must),
    field('service', 'choice', '服務項目', 'Service', { required: true, options: context.choices('services') }),
    field('provider', 'text', '提供單位', 'Provider', { maxLength: 120 }),
    field('quantity', 'decimal', '數量或金額', 'Quantity or amount', { min: 0 }),
    field('goalId', 'choice', '連動目標', 'Towards goal', {
      options: context.case.goals.map((each) => option(each.id, each.goal ?? each.need)),
    }),
    note,
  ],
  sendReferral: (context) => [
    field('toUnitId', 'choice', '轉介單位', 'To', { required: true, options: context.units }),
    field('need', 'choice', '需求', 'Need', { required: true, options: context.choices('needs') }),
    field('fields', 'choices', '提供的資料', 'What is sent', { required: true, options: context.choices('referralFields') }),
    field('message', 'paragraph', '說明', 'Message', must),
    field('callback', 'text', '聯絡電話', 'Telephone for questions', {
      maxLength: 60,
      help: { zh: '讓對方能直接找到您，例如公務電話與分機', en: 'So that they reach you directly: office telephone and extension' },
    }),
  ],
  cancelReferral: ({ case: one }) => [
    field('referralId', 'choice', '轉介', 'Referral', {
      required: true,
      options: one.referrals
        .filter((each) => each.status === 'sent' || each.status === 'accepted')
        .map((each) => option(each.id, each.toUnit)),
    }),
    field('reason', 'paragraph', '理由', 'Reason', must),
  ],
  addCollaborator: (context) => [
    field('accountId', 'choice', '協力人員', 'Who', { required: true, options: workersOf(context, false) }),
    field('duty', 'text', '協力事項', 'Duty', { required: true, maxLength: 400 }),
    field('until', 'date', '到何時', 'Until'),
  ],
  endCollaborator: ({ case: one }) => [
    field('accountId', 'choice', '協力人員', 'Who', {
      required: true,
      options: one.collaborators.filter((each) => each.until === null).map((each) => option(each.id, `${each.name}（${each.unitName}）`)),
    }),
    field('reason', 'text', '理由', 'Reason'),
  ],
  grantShare: (context, answers) => [
    field('shareWith', 'choice', '共享對象', 'With whom', {
      required: true,
      options: [option('unit', '整個單位', 'A whole unit'), option('account', '特定人員', 'One person')],
    }),
    ...(answers.shareWith === 'unit' ? [field('toUnitId', 'choice', '共享單位', 'Unit', { required: true, options: context.units })] : []),
    ...(answers.shareWith === 'account'
      ? [field('toAccountId', 'choice', '共享人員', 'Person', { required: true, options: workersOf(context, false) })]
      : []),
    field('parts', 'choices', '共享內容', 'What', { required: true, options: context.choices('shareParts') }),
    field('purpose', 'choice', '目的', 'Purpose', { required: true, options: context.choices('sharePurposes') }),
    field('legalBasis', 'text', '法律依據', 'Legal basis', { required: true, maxLength: 200 }),
    field('until', 'date', '到何時', 'Until', must),
  ],
  endShare: ({ case: one }) => [
    field('shareId', 'choice', '共享', 'Share', {
      required: true,
      options: one.shares.filter((each) => !each.ended).map((each) => option(each.id, each.to)),
    }),
    field('reason', 'text', '理由', 'Reason'),
  ],
  addMember: (context, answers) => [
    field('known', 'choice', '要加入的人', 'Who is added', {
      required: true,
      options: [option('yes', '系統裡已有的人', 'Somebody the system knows'), option('no', '系統裡沒有的人', 'Somebody new')],
    }),
    ...(answers.known === 'no' ? newcomer : []),
    ...(answers.known === 'yes' ? [field('personId', 'person', '家庭成員', 'Who', must)] : []),
    field('role', 'choice', '角色', 'Role', { required: true, options: context.choices('memberRoles') }),
    field('relation', 'choice', '與主要對象的關係', 'Relation to the subject', { options: context.choices('relation') }),
  ],
  changeRole: (context, answers) => {
    const { case: one } = context;
    const chosen = one.members.find((each) => each.until === null && each.personId === answers.personId);
    const stands = chosen && context.choices('memberRoles').find((each) => each.code === chosen.role)?.label;
    return [
      // Whom the case is about was decided when it was dispatched.
      field('personId', 'choice', '成員', 'Who', { required: true, options: people(context, (member) => member.role !== 'subject') }),
      field('role', 'choice', '應為', 'Should be', {
        required: true,
        options: context.choices('memberRoles').filter((each) => each.code !== 'subject'),
        ...(stands ? { help: { zh: `現為${stands.zh}`, en: `Now: ${stands.en}` } } : {}),
      }),
      field('relation', 'choice', '與主要對象的關係', 'Relation to the subject', {
        options: context.choices('relation'),
        help: { zh: '不填則維持原來的關係', en: 'Left empty, it stays as it is' },
      }),
      field('reason', 'text', '理由', 'Reason', {
        ...must,
        maxLength: 400,
        ...(answers.role === 'respondent' || chosen?.role === 'respondent' ? { help: otherSide } : {}),
      }),
    ];
  },
  removeMember: (context) => [
    // The person about whom the case is stays in it.
    field('personId', 'choice', '成員', 'Who', { required: true, options: people(context, (member) => member.role !== 'subject') }),
    field('reason', 'text', '理由', 'Reason', must),
  ],
  raiseRisk: () => [
    field('band', 'choice', '風險', 'Risk', { required: true, options: bands }),
    field('reason', 'paragraph', '依據', 'Why', must),
  ],
  addNote: () => [field('note', 'paragraph', '紀錄', 'Note', must)],
  proposeClosure: (context, answers) => [
    field('closureCode', 'choice', '結案原因', 'Reason', {
      required: true,
      options: context.choices('closureCodes').filter((each) => each.code !== transferClosure),
      ...helpOf(context.choices('closureCodes'), answers.closureCode, moving),
    }),
    field('residualRisk', 'choice', '結案時風險', 'Risk at closure', { required: true, options: bands }),
    field('summary', 'paragraph', '成效摘要', 'Outcome', must),
    field('followUpOn', 'date', '後追日期', 'Follow-up on'),
    ...formFields(context.form, answers),
  ],
  decideClosure: (_context, answers) => [
    field('decision', 'choice', '核定', 'Decision', { required: true, options: approve }),
    remarks(answers),
  ],
  reopen: (context) => [
    field('reason', 'choice', '原因', 'Reason', { required: true, options: context.choices('reopenReasons') }),
    field('note', 'paragraph', '說明', 'Note', must),
  ],
  pauseClock: (context) => [
    field('rule', 'choice', '時限', 'Clock', {
      required: true,
      options: context.case.clocks
        .filter((each) => !each.stoppedAt && !each.pausedAt)
        .map((each) => ({ code: each.rule, label: each.label })),
    }),
    field('reason', 'choice', '原因', 'Reason', { required: true, options: context.choices('pauseReasons') }),
    note,
  ],
  resumeClock: ({ case: one }) => [
    field('rule', 'choice', '時限', 'Clock', {
      required: true,
      options: one.clocks.filter((each) => each.pausedAt).map((each) => ({ code: each.rule, label: each.label })),
    }),
  ],
};

/** The fields of a command, some of which follow from answers already given; undefined where it has no form of this kind. What the programme's form wants answered must be. */
export function commandFields(type: string, context: FormContext, answers: Answers = {}): readonly Field[] | undefined {
  const fields = forms[type]?.(context, answers);
  const wanted = context.form === null || mayStayOpen(type, answers.outcome ?? answers.decision) ? [] : requiredOfAct(context.form);
  return wanted.length === 0 ? fields : fields?.map((field) => (wanted.includes(field.id) ? { ...field, required: true } : field));
}
