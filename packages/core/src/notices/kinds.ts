// What is told to people inside the product? A closed list: the words of each kind, whether it must be seen at once, and what it leads to.
// A notice carries ids and codes, never a name or a sentence about anybody.

import type { Label } from '../lang/label.ts';

export type NoticeKind = {
  readonly label: Label;
  readonly urgent: boolean;
  /** What opening it leads to; `start`: it says everything, and what it speaks of is not theirs to open. */
  readonly leadsTo:
    | 'recovery'
    | 'account'
    | 'case'
    | 'report'
    | 'inbox'
    | 'arbitration'
    | 'start'
    | 'person'
    | 'breakGlass'
    | 'referral'
    | 'rules';
};

const kind = (leadsTo: NoticeKind['leadsTo'], urgent: boolean, zh: string, en: string): NoticeKind => ({
  label: { zh, en },
  urgent,
  leadsTo,
});

/** All kinds by id. */
export const noticeKinds = {
  'clock.due': kind('case', false, '個案時限將屆', 'A time limit of a case is near'),
  'clock.overdue': kind('case', true, '個案逾期', 'A time limit of a case has passed'),
  'desk.due': kind('report', false, '通報處理時限將屆', 'The time limit of a report is near'),
  'desk.overdue': kind('report', true, '通報處理逾期', 'The time limit of a report has passed'),
  'accept.due': kind('inbox', false, '派案待受案，時限將屆', 'A dispatch waits; its time limit is near'),
  'accept.overdue': kind('inbox', true, '派案逾期未受案', 'A dispatch was not accepted in time'),
  'dispatch.sent': kind('inbox', false, '新派案', 'A new dispatch'),
  'dispatch.addition': kind('inbox', true, '待受案的通報有補充資訊', 'Something was added to a report that waits for the unit'),
  'dispatch.disputed': kind('arbitration', true, '派案爭議待仲裁', 'A disputed dispatch waits for arbitration'),
  'dispatch.arbitrated': kind('inbox', true, '派案爭議已仲裁，維持原派，請受案', 'A disputed dispatch was upheld and is to be accepted'),
  'dispatch.redirected': kind(
    'start',
    false,
    '派案爭議已仲裁，改派他單位，不必再處理',
    'A disputed dispatch was given to another unit; nothing is to be done',
  ),
  'report.repeat': kind('case', true, '在案家庭再通報', 'A family in service was reported again'),
  'report.addition': kind('case', true, '在案家庭的通報有補充資訊', 'Something was added to the report behind a case'),
  'case.approval': kind('case', false, '有建議待核定', 'A proposal waits for a decision'),
  'case.decided': kind('case', false, '建議已核定', 'A proposal was decided'),
  'case.withdrawn': kind('case', false, '待核定的建議已撤回，不必再核定', 'A proposal was taken back; nothing is to be decided'),
  'case.assigned': kind('case', false, '新指派個案', 'A case was assigned to you'),
  'case.person': kind(
    'case',
    true,
    '個案成員經查為另一人，或還原為原來的人',
    'Somebody in a case turned out to be somebody else, or was put back',
  ),
  'plan.goes': kind('case', false, '您被排定前往訪視', 'You are to go on a visit'),
  'plan.along': kind('case', false, '您被列為訪視同行人員', 'You are to go along on a visit'),
  'plan.changed': kind('case', false, '您參與的訪視已更改', 'A visit you take part in was changed'),
  'plan.without': kind('case', false, '訪視不再由您前往或同行', 'You are no longer to go on a visit'),
  'plan.cancelled': kind('case', false, '您參與的訪視已取消', 'A visit you take part in was cancelled'),
  'visit.overdue': kind('case', true, '到訪逾時未回報離開', 'Nobody has told that they left a visit'),
  'support.called': kind('case', true, '同仁需要支援', 'A colleague needs support'),
  'support.taken': kind('case', true, '您的支援呼叫有人接手', 'Somebody has taken up your call for support'),
  'support.ended': kind('case', false, '支援呼叫已結束', 'A call for support has ended'),
  'placement.begun': kind('case', true, '兒少緊急安置', 'A child was placed in an emergency'),
  'lead.ending': kind(
    'case',
    true,
    '主責的權限將到期或已失效，名下還有進行中個案',
    'The right of a lead ends or has ended, and open cases are left',
  ),
  'transfer.received': kind('report', true, '他縣市轉入個案待派案', 'A case of another county waits at the desk'),
  'transfer.returned': kind(
    'case',
    true,
    '他縣市退回轉案，個案仍由本單位服務',
    'The other county returned the transfer; the case stays here',
  ),
  'transfer.withdrawn': kind('case', false, '轉案已撤回，個案仍由本單位服務', 'A transfer was withdrawn; the case stays here'),
  'transfer.takenBack': kind(
    'report',
    false,
    '原縣市撤回轉案，不必再處理',
    'The other county took its case back; nothing is to be decided',
  ),
  'transfer.accepted': kind('case', false, '他縣市已受理轉案', 'The other county has taken the case'),
  'transfer.leaving': kind('case', true, '在案家庭的另一個案轉往他縣市', 'Another case of a family in service goes to another county'),
  'transfer.coming': kind('case', true, '在案家庭另有個案自他縣市轉入', 'Another county hands over a case of a family in service'),
  'move.received': kind('inbox', true, '他單位移轉個案，待受案', 'Another unit would give a case to this unit'),
  'move.overdue': kind('inbox', true, '他單位移轉的個案逾期未受案', 'A case that another unit would give was not answered in time'),
  'move.takenBack': kind('inbox', false, '他單位撤回單位移轉，不必再處理', 'The other unit took its case back; nothing is to be done'),
  'move.sent': kind(
    'case',
    false,
    '個案已送出單位移轉；對方受案前仍由您負責',
    'A case is to go to another unit; it stays yours until it is taken',
  ),
  'move.returned': kind('case', true, '對方單位退回移轉，個案仍由本單位服務', 'The other unit returned the move; the case stays here'),
  'move.withdrawn': kind('case', false, '單位移轉已撤回，個案仍由本單位服務', 'A move to another unit was withdrawn; the case stays here'),
  'move.accepted': kind('start', false, '對方單位已受案，個案不再由本單位負責', 'The other unit has taken the case; it is no longer yours'),
  'move.goesOn': kind('case', false, '您協力的個案改由其他單位主責', 'A case that you help with is led by another unit now'),
  'move.referrer': kind('referral', false, '轉介個案改由其他單位主責', 'A case referred to you is led by another unit now'),
  'referral.sent': kind('referral', false, '新轉介待回覆', 'A new referral waits for an answer'),
  'referral.cancelled': kind('referral', false, '轉介已取消', 'A referral was cancelled'),
  'referral.moved': kind(
    'referral',
    false,
    '辦公日曆異動，轉介回覆期限已變更',
    'The office calendar changed: a referral is to be answered by another date',
  ),
  'referral.answered': kind('case', false, '轉介有回覆', 'A referral was answered'),
  'referral.declined': kind('case', true, '轉介未受理或退回，請另尋資源', 'A referral was declined or returned: find somebody else'),
  'breakGlass.used': kind('breakGlass', true, '緊急調閱，三日內複查', 'Emergency access; to be reviewed within three days'),
  'breakGlass.ofYours': kind('case', true, '您負責的個案被他單位緊急調閱', 'Another unit has opened a case of yours in an emergency'),
  'breakGlass.reviewDue': kind('breakGlass', true, '緊急調閱複查將屆期', 'The review of an emergency access is due soon'),
  'breakGlass.overdue': kind('breakGlass', true, '緊急調閱逾期未複查', 'An emergency access was not reviewed in time'),
  'breakGlass.reviewed': kind('breakGlass', false, '您的緊急調閱已複查', 'Your emergency access was reviewed'),
  'breakGlass.notJustified': kind('breakGlass', true, '緊急調閱經複查為不必要', 'An emergency access was found not to have been needed'),
  'recusal.declared': kind('case', true, '同仁聲明迴避，請改由他人處理', 'A colleague withdraws; give it to somebody else'),
  'recusal.declaredAlone': kind(
    'start',
    true,
    '督導聲明迴避，該單位無其他督導，請指定代理',
    'A supervisor withdraws and the unit has no other: name a deputy',
  ),
  'recusal.fromReport': kind(
    'report',
    true,
    '同仁迴避通報，請確認改由他人處理',
    'A colleague withdraws from a report; see that somebody else goes on',
  ),
  'recusal.fromDispatch': kind(
    'inbox',
    true,
    '同仁迴避待受案的通報，請改由他人受案',
    'A colleague withdraws from a report that waits for the unit; somebody else is to take it',
  ),
  'recusal.reviewerAlone': kind(
    'start',
    true,
    '複核者迴避通報，縣市內無其他複核者，請指定代理',
    'The reviewer withdraws from a report and the county has no other: name a deputy',
  ),
  'recusal.lifted': kind('start', false, '您的迴避已解除', 'Your withdrawal was lifted'),
  'statement.proposed': kind(
    'rules',
    true,
    '有人提出個案改用新版規則，待核定',
    'Newer rules for open cases were proposed and wait for a decision',
  ),
  'statement.decided': kind('rules', false, '個案改用新版規則已核定或未核定', 'Newer rules for open cases were decided on'),
  'recovery.asked': kind('recovery', true, '有人提出帳號復原，待確認', 'The recovery of an account was asked for and waits'),
  'recovery.askedOwn': kind(
    'account',
    true,
    '有人為您的帳號提出復原；若不是您要求的，請停止',
    'Somebody asked to recover your account; stop it if that was not you',
  ),
  'recovery.waiting': kind('recovery', true, '帳號復原一日未確認', 'The recovery of an account has waited for a day'),
  'recovery.lapsed': kind('recovery', false, '帳號復原逾期失效', 'The recovery of an account has lapsed'),
  'recovery.confirmed': kind('recovery', false, '帳號復原已確認', 'The recovery of an account was confirmed'),
  'recovery.confirmedOwn': kind('account', true, '您的帳號已由兩人復原', 'Your account was recovered by two people'),
  'recovery.stopped': kind('recovery', true, '帳號復原已停止', 'The recovery of an account was stopped'),
  'rights.given': kind(
    'recovery',
    false,
    '有帳號取得可復原他人登入的職務',
    'An account was given a role that may recover the sign-in of others',
  ),
  'shield.review': kind('person', true, '聯絡資料保密到期，須檢視', 'A hidden contact is to be looked at again'),
} as const satisfies Record<string, NoticeKind>;

/** The id of a kind. */
export type NoticeKindId = keyof typeof noticeKinds;

/** Whether a text names a kind. */
export function isNoticeKind(text: string): text is NoticeKindId {
  return Object.hasOwn(noticeKinds, text);
}

/** For how many days a notice is kept. */
export const noticeDays = 90;
