// What was done, in words: the routes of the contract, the command line and the jobs as an auditor says them.
import { roles } from '@anwang/core/access';
import { language } from '../../words/index.ts';

type Both = readonly [zh: string, en: string];

const acts: Readonly<Record<string, Both>> = {
  'session.signIn': ['登入', 'Signed in'],
  'session.chooseFirstPassword': ['改成自己的密碼', 'Chose an own password'],
  'session.secondFactor': ['登入：驗證碼', 'Signed in: code'],
  'session.oidcCallback': ['登入：外部帳號', 'Signed in: outside provider'],
  'session.signOut': ['登出', 'Signed out'],
  'session.changePassword': ['變更密碼', 'Changed the password'],
  'session.totpConfirm': ['啟用兩步驟驗證', 'Two-step verification on'],
  'session.totpStop': ['停用兩步驟驗證', 'Two-step verification off'],
  'session.setLocale': ['變更語言', 'Changed the language'],
  'recoveries.list': ['查看帳號復原', 'Listed recoveries of accounts'],
  'recoveries.ask': ['提出帳號復原', 'Asked for the recovery of an account'],
  'recoveries.confirm': ['確認帳號復原', 'Confirmed the recovery of an account'],
  'recoveries.stop': ['停止帳號復原', 'Stopped the recovery of an account'],
  'recoveries.own': ['查看自己帳號的復原', 'Looked whether the own account is being recovered'],
  'adoptions.standing': ['查看個案的規則版本', 'Looked by which version cases are kept'],
  'adoptions.look': ['試算改用新版規則', 'Had the change to newer rules worked out'],
  'adoptions.cases': ['查看改用新版規則的逐案明細', 'Listed what newer rules change for each case'],
  'adoptions.propose': ['提出或撤回改用新版規則', 'Proposed newer rules for open cases, or took it back'],
  'adoptions.decide': ['核定改用新版規則', 'Decided on newer rules for open cases'],
  'recusals.fromReport': ['聲明迴避通報', 'Withdrew from a report'],
  'recusals.fromCase': ['聲明迴避個案', 'Withdrew from a case'],
  'recusals.own': ['查看自己的迴避', 'Read the own withdrawals'],
  'recusals.giveNumber': ['提供自己的身分證字號（迴避用）', 'Gave the own national ID, to be kept from the own family'],
  'recusals.takeNumber': ['刪除自己的身分證字號', 'Deleted the own national ID'],
  'recusals.list': ['查看同仁的迴避', 'Listed withdrawals'],
  'recusals.lift': ['解除迴避', 'Lifted a withdrawal'],
  'recoveries.stopOwn': ['停止自己帳號的復原', 'Stopped the recovery of the own account'],
  'session.list': ['查看自己的登入', 'Listed own sign-ins'],
  'session.localKey': ['取得本機暫存金鑰', 'Fetched the key of local drafts'],
  'session.revoke': ['結束其他登入', 'Ended a session'],
  'reference.why': ['查詢為何看得到', 'Asked why it is seen'],
  'intake.report': ['民眾通報', 'Public report'],
  'intake.deskReport': ['登錄通報', 'Took a report'],
  'intake.taken': ['查看已登錄通報', 'Listed taken reports'],
  'intake.receiptStatus': ['查詢收件進度', 'Asked by receipt'],
  'intake.addByReceipt': ['通報人補充', 'Reporter added'],
  'intake.attachByReceipt': ['通報人附檔', 'Reporter attached'],
  'intake.add': ['補充通報', 'Added to a report'],
  'screening.queue': ['查看待篩通報', 'Listed the queue'],
  'screening.find': ['以姓名找待決定的通報', 'Looked for a waiting report by name'],
  'screening.report': ['查看通報', 'Read a report'],
  'screening.family': ['查看家庭圖像', 'Read the family picture'],
  'screening.earlier': ['查看先前通報', 'Read earlier reports'],
  'screening.units': ['查看可派單位', 'Listed units to choose from'],
  'screening.counts': ['查看待篩件數', 'Counted the queue'],
  'screening.attend': ['開始處理通報', 'Took a report in hand'],
  'screening.leave': ['離開通報', 'Left a report'],
  'screening.learn': ['補登通報後得知的資料', 'Added a fact learned after the report'],
  'screening.unlearn': ['收回補登的資料', 'Took back a learned fact'],
  'screening.evidence': ['確認或否定敘述依據', 'Decided on evidence in the narrative'],
  'screening.assess': ['確認或更正通報', 'Assessed a report'],
  'screening.propose': ['擬辦通報', 'Proposed on a report'],
  'screening.openReporter': ['開啟通報人身分', 'Opened the reporter'],
  'screening.openFlag': ['開啟限閱註記', 'Opened a closed flag'],
  'screening.readAdditions': ['查看補充', 'Read additions'],
  'review.queue': ['查看待複核', 'Listed reviews'],
  'review.decide': ['複核', 'Reviewed'],
  'matching.candidates': ['查看疑似同一人', 'Read candidates'],
  'matching.confirm': ['確認為同一人', 'Confirmed a link'],
  'matching.reject': ['否定為同一人', 'Rejected a link'],
  'matching.undo': ['復原連結', 'Undid a link'],
  'matching.decisions': ['查看歸戶決定', 'Listed decisions about people'],
  'matching.previewMerge': ['試算歸併', 'Tried joining two people'],
  'matching.previewSplit': ['試算分開', 'Tried parting a person'],
  'matching.takeBack': ['還原歸戶決定', 'Took back a decision about people'],
  'matching.merge': ['歸併人員', 'Joined two people'],
  'matching.split': ['分開人員', 'Parted a person'],
  'dispatch.inbox': ['查看派入案件', 'Listed the inbox'],
  'dispatch.one': ['查看派案', 'Read a dispatch'],
  'dispatch.accept': ['受案', 'Accepted'],
  'dispatch.moves': ['查看他單位移轉案件', 'Listed cases that other units would give'],
  'dispatch.move': ['查看他單位移轉的一案', 'Read a case that another unit would give'],
  'dispatch.takeMove': ['受理他單位移轉的個案', 'Took a case of another unit'],
  'dispatch.returnMove': ['退回他單位移轉的個案', 'Gave a case back to another unit'],
  'dispatch.dispute': ['提出派案異議', 'Disputed'],
  'dispatch.disputes': ['查看派案異議', 'Listed disputes'],
  'dispatch.disputed': ['查看一件派案異議', 'Read a dispute'],
  'dispatch.arbitrate': ['仲裁', 'Arbitrated'],
  'cases.list': ['查看個案清單', 'Listed cases'],
  'cases.views': ['查看個案檢視', 'Counted views'],
  'cases.count': ['計算符合條件的個案數', 'Counted cases'],
  'cases.flags': ['查看個案清單的註記', 'Read the marks of listed cases'],
  'cases.clocksTold': ['查看上報的逾期時限', 'Read the passed time limits told above'],
  'cases.supportsTold': ['查看無人接手的支援呼叫', 'Read the calls for support that nobody took up'],
  'cases.worklist': ['查看工作清單', 'Read the worklist'],
  'cases.one': ['查看個案', 'Read a case'],
  'cases.timeline': ['查看時間軸', 'Read a timeline'],
  'cases.family': ['查看個案家庭', 'Read the family of a case'],
  'cases.report': ['查看個案的通報內容', 'Read the report behind a case'],
  'cases.alike': ['比對要加入的成員', 'Looked for people like a new member'],
  'cases.act': ['記錄個案', 'Recorded in a case'],
  'cases.units': ['查看可接續的單位', 'Listed units that could go on with a case'],
  'cases.workers': ['查看可指派社工', 'Listed workers'],
  'referrals.list': ['查看轉介清單', 'Listed referrals'],
  'referrals.one': ['查看轉介', 'Read a referral'],
  'referrals.answer': ['回覆轉介', 'Answered a referral'],
  'people.search': ['搜尋人員', 'Searched people'],
  'people.one': ['查看個人檔', 'Read a person'],
  'people.family': ['查看家庭', 'Read a family'],
  'people.contacts': ['查看聯絡方式', 'Read contacts'],
  'people.shield': ['保密聯絡方式', 'Hid a contact'],
  'people.addHidden': ['新增保密聯絡方式', 'Added a hidden contact'],
  'people.unshield': ['解除保密', 'Lifted the hiding'],
  'people.merged': ['查詢歸併後的人員', 'Asked where a merged person went'],
  'people.reveal': ['開啟個資欄位', 'Opened a value'],
  'measures.periods': ['查看可選月份', 'Listed the months'],
  'measures.list': ['查看指標', 'Read measures'],
  'measures.one': ['查看指標明細', 'Read a measure'],
  'measures.open': ['開啟指標的個案', 'Opened the cases behind'],
  'measures.export': ['匯出指標數值', 'Exported figures'],
  'files.upload': ['上傳檔案', 'Uploaded a file'],
  'files.download': ['下載檔案', 'Downloaded a file'],
  'notices.count': ['查看未讀通知數', 'Counted notices'],
  'notices.read': ['通知標為已讀', 'Marked notices as read'],
  'notices.list': ['查看通知', 'Read notices'],
  'breakglass.use': ['緊急調閱', 'Emergency access'],
  'breakglass.list': ['查看緊急調閱', 'Listed emergency access'],
  'breakglass.review': ['複查緊急調閱', 'Reviewed emergency access'],
  'audit.state': ['查看紀錄完整性', 'Read whether the log is whole'],
  'audit.verify': ['驗證紀錄', 'Had the log verified'],
  'audit.find': ['查詢稽核對象', 'Looked for whom to audit'],
  'audit.list': ['查看稽核紀錄', 'Read the audit'],
  'admin.roles': ['查看職務種類', 'Listed roles'],
  'admin.units': ['查看單位', 'Listed units'],
  'admin.routes': ['查看派案路徑', 'Listed routes'],
  'admin.calendar': ['查看行事曆', 'Read the calendar'],
  'admin.users': ['查看帳號', 'Listed accounts'],
  'admin.createUser': ['新增帳號', 'Made an account'],
  'admin.importStaff': ['批次匯入單位與帳號', 'Imported units and accounts'],
  'admin.changeUser': ['變更帳號', 'Changed an account'],
  'admin.setGrants': ['變更權限', 'Changed rights'],
  'admin.resetPassword': ['重設密碼', 'Reset a password'],
  'admin.endSecondFactor': ['解除他人兩步驟驗證', 'Ended a second factor'],
  'admin.endSessions': ['結束他人登入', 'Ended sessions'],
  'admin.createUnit': ['新增單位', 'Made a unit'],
  'admin.changeUnit': ['變更單位', 'Changed a unit'],
  'admin.createRoute': ['新增派案路徑', 'Made a route'],
  'admin.changeRoute': ['變更派案路徑', 'Changed a route'],
  'admin.importCalendar': ['匯入行事曆', 'Imported a calendar'],
  'cli.seed': ['建立資料（指令）', 'Filled data (command line)'],
  'cli.operator': ['設定系統維運權限（指令）', 'Set the system operator (command line)'],
  'cli.recover': ['復原帳號（指令）', 'Recovered an account (command line)'],
  'cli.benchData': ['建立量測資料（指令）', 'Filled data for measuring (command line)'],
  'facts.watch': ['讀取行事曆', 'Read the calendar'],
  'audit.seal': ['封存稽核紀錄', 'Sealed the log'],
};

const things: Readonly<Record<string, Both>> = {
  person: ['人', 'person'],
  case: ['個案', 'case'],
  report: ['通報', 'report'],
  actor: ['帳號', 'account'],
  unit: ['單位', 'unit'],
};

const say = (both: Both | undefined): string | undefined => both?.[language() === 'en' ? 1 : 0];

const details: Readonly<Record<string, Both>> = {
  measure: ['指標', 'measure'],
  channel: ['來源', 'channel'],
  persons: ['人數', 'persons'],
  outcome: ['結果', 'outcome'],
  decision: ['決定', 'decision'],
  programme: ['體系', 'programme'],
  active: ['啟用', 'active'],
  differs: ['與建議不同', 'differs'],
  reason: ['原因', 'reason'],
  kind: ['種類', 'kind'],
  role: ['角色', 'role'],
  type: ['種類', 'type'],
  command: ['動作', 'command'],
  band: ['風險', 'band'],
  whole: ['全部', 'whole'],
  from: ['從', 'from'],
  to: ['到', 'to'],
  asked: ['已要求', 'asked'],
  reviewOn: ['檢視日期', 'review on'],
  year: ['年度', 'year'],
  county: ['縣市', 'county'],
  roles: ['職務', 'roles'],
  seed: ['示範', 'demo'],
  related: ['親屬或已聲明迴避', 'of the family'],
  ground: ['迴避事由', 'ground'],
  given: ['已提供', 'given'],
};

/** The codes of a row, `name: code, …`, with the names in words; the codes stay what the log holds. */
export function detailWords(codes: string): string {
  return codes
    .split(', ')
    .map((each) => {
      const [name = '', ...rest] = each.split(': ');
      return [say(details[name]) ?? name, ...rest].join(' ');
    })
    .join(language() === 'en' ? ', ' : '、');
}

/** All acts that have words, to choose from. */
export function actChoices(): { value: string; label: string }[] {
  return Object.entries(acts).map(([value, both]) => ({ value, label: say(both) ?? value }));
}

/** An act in the language of the screen; undefined where there are no words for it. */
export function actWord(route: string): string | undefined {
  return route.startsWith('job:') ? say(['背景作業', 'Background job']) : say(acts[route]);
}

/** The kind of a thing; what is of no kind of its own is a record. */
export function thingWord(kind: string): string {
  return say(things[kind]) ?? say(['紀錄', 'record']) ?? kind;
}

/** Who acted: a person by name, the system's own actors by what they do. */
export function actorWord(name: string | null): string | undefined {
  if (name === null) return undefined;
  if (name === 'public') return say([roles.publicReporter.label.zh, roles.publicReporter.label.en ?? name]);
  const role = Object.hasOwn(roles, name) ? roles[name as keyof typeof roles] : undefined;
  return role?.kind === 'system' ? (say([role.label.zh, role.label.en ?? role.label.zh]) ?? name) : name;
}
