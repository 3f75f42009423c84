// What each problem is called in HTTP and in words. Exhaustive by type: a new code without status and sentences does not compile (RFC 9457).
import type { ProblemCode } from '@anwang/core/lang';

export type ProblemRow = { status: number; zh: string; en: string };

export const problemTable: Readonly<Record<ProblemCode, ProblemRow>> = {
  // access
  notSignedIn: { status: 401, zh: '請先登入；已輸入的內容會保留。', en: 'Please sign in; what you typed is kept.' },
  accountClosed: {
    status: 401,
    zh: '這個帳號已由系統管理者停用。已存的草稿保留 90 日，帳號重新啟用後還在。',
    en: 'This account was closed by an administrator. Drafts that were saved are kept for 90 days and are there again when it is opened.',
  },
  signInFailed: { status: 401, zh: '帳號、密碼或驗證碼不正確。', en: 'The user name, password or code is not right.' },
  secondFactorNeeded: { status: 401, zh: '請輸入第二道驗證碼。', en: 'Please enter the second-factor code.' },
  accountLocked: { status: 423, zh: '帳號暫時鎖定，請稍後再試。', en: 'The account is locked for now; try again later.' },
  accessDenied: { status: 403, zh: '您目前的職務沒有做這件事的權限。', en: 'Your roles do not allow this.' },
  purposeNeeded: { status: 403, zh: '這項作業須以其他查閱目的進行。', en: 'This may only be done for another purpose of use.' },
  reasonNeeded: { status: 422, zh: '請敘明理由。', en: 'Please state the reason.' },
  conflictOfInterest: {
    status: 409,
    zh: '您與本案有利害關係，須由他人處理。',
    en: 'You have a conflict of interest; someone else must do this.',
  },
  ownAccount: {
    status: 409,
    zh: '自己的帳號不能在這裡停用、改權限或重設：請另一位系統管理者處理；密碼與兩步驟驗證請到「我的帳號」。',
    en: 'The own account is not closed, given rights or reset here: ask another administrator; password and two-step verification are under “My account”.',
  },
  secondPersonNeeded: {
    status: 409,
    zh: '這個帳號已有自己的密碼，須由兩人一起復原：請用「提出帳號復原」，由另一位系統管理者、單位督導或主管確認。',
    en: 'This account has an own password and takes two people to recover: ask for it, and another administrator, the supervisor of the unit or the head confirms.',
  },
  rightTooNew: {
    status: 409,
    zh: '提出或確認帳號復原，職務須已滿 72 小時；請改由其他系統管理者、督導或主管處理。',
    en: 'Whoever asks for or confirms a recovery has held the role for 72 hours; another administrator, supervisor or head can do it.',
  },
  recoveryWaits: { status: 409, zh: '這個帳號已有一件復原等待確認。', en: 'A recovery of this account waits already.' },
  recoveryDecided: {
    status: 409,
    zh: '這件復原已經確認、停止或逾期；需要時請重新提出。',
    en: 'This recovery was confirmed, stopped or has lapsed; ask anew if it is still needed.',
  },
  rehearsed: { status: 409, zh: '試跑完成，沒有寫入。', en: 'Rehearsed; nothing was written.' },
  // cases
  actionNotAllowed: {
    status: 409,
    zh: '以目前的階段、職務或時限，這個動作還不能做。',
    en: 'Stage, role or time limit do not allow this now.',
  },
  eventInvalid: { status: 422, zh: '內容不完整或不合規則。', en: 'The content is incomplete or against the rules.' },
  caseClosed: { status: 409, zh: '本案已結案。', en: 'The case is closed.' },
  assignmentConflict: {
    status: 409,
    zh: '不能指派：同一人不得兼辦雙方，也不得指派給非本單位或沒有主責權限的人。',
    en: 'Cannot assign: nobody holds both sides, and a lead is of this unit with the right to lead.',
  },
  referralAnswered: { status: 409, zh: '這件轉介已經回覆。', en: 'The referral has been answered.' },
  approvalAnswered: { status: 409, zh: '這件核定已經處理。', en: 'The approval has been decided.' },
  // identity
  idNumberMalformed: { status: 422, zh: '證號格式不正確。', en: 'The identity number has a wrong form.' },
  idNumberCheckDigit: { status: 422, zh: '證號檢查碼不符。', en: 'The check digit of the identity number is wrong.' },
  nameUnreadable: { status: 422, zh: '姓名無法辨識。', en: 'The name cannot be read.' },
  householdNoMalformed: { status: 422, zh: '戶號格式不正確。', en: 'The household number has a wrong form.' },
  // intake
  receiptUnknown: { status: 404, zh: '收件編號或查詢碼不正確。', en: 'The receipt number or the code is not right.' },
  receiptLocked: { status: 429, zh: '嘗試次數過多，請稍後再試。', en: 'Too many attempts; try again later.' },
  reportDecided: { status: 409, zh: '這件通報已經決定。', en: 'The report has been decided.' },
  reportHeld: { status: 409, zh: '另一位同仁正在處理這件通報。', en: 'Someone else is working on this report.' },
  proposalMissing: { status: 409, zh: '這件通報還沒有擬辦可以複核。', en: 'There is no proposal to review.' },
  reviewerIsProposer: { status: 409, zh: '同一人不得複核自己的擬辦。', en: 'Nobody reviews the own proposal.' },
  reviewerIsRelative: {
    status: 409,
    zh: '您與這個家庭有親屬關係，須由他人處理。',
    en: 'You are a relative of the family; someone else must do this.',
  },
  reasonCodeNeeded: { status: 422, zh: '請選擇理由。', en: 'Please choose a reason.' },
  disputeUsed: { status: 409, zh: '每件派案只能異議一次。', en: 'A dispatch may be disputed once only.' },
  dispatchAnswered: { status: 409, zh: '這件派案已經回覆。', en: 'The dispatch has been answered.' },
  routeUnknown: { status: 422, zh: '找不到承辦這個體系與地區的單位。', en: 'No unit serves this programme in this place.' },
  // packs
  programmeUnknown: { status: 404, zh: '沒有這個服務體系或版本。', en: 'There is no such programme or version.' },
  overlayLoosens: { status: 422, zh: '縣市規則不得放寬法定要求。', en: 'A county may not loosen what the law requires.' },
  overlayInvalid: { status: 422, zh: '縣市規則內容不成立。', en: 'The county overlay is not valid.' },
  ruleInvalid: { status: 422, zh: '規則不成立。', en: 'The rule is not valid.' },
  instrumentUnknown: { status: 404, zh: '沒有這個評估工具或版本。', en: 'There is no such instrument or version.' },
  answersInvalid: { status: 422, zh: '答案不完整或不合規則。', en: 'The answers are incomplete or against the rules.' },
  measureUnknown: { status: 404, zh: '沒有這個指標。', en: 'There is no such measure.' },
  measureInvalid: { status: 422, zh: '指標定義不成立。', en: 'The measure is not valid.' },
  // people
  candidateDecided: { status: 409, zh: '這組比對已經決定。', en: 'The pair has been decided.' },
  linkNotCertain: { status: 409, zh: '兩筆資料互相矛盾，不能連結。', en: 'The two contradict each other and cannot be linked.' },
  linkUndone: { status: 409, zh: '這個連結已經撤銷。', en: 'The link has been undone.' },
  demoAndReal: { status: 422, zh: '示範資料庫只收示範人物，不收真實個資。', en: 'A demonstration database takes invented people only.' },
  queryTooWide: { status: 422, zh: '查詢條件太寬，請多輸入一些。', en: 'The query is too wide; type more.' },
  shieldRefused: {
    status: 409,
    zh: '保密須由被害人方的承辦人或派案中心設定，且不得為辦理對方案件的人。',
    en: "Only whoever stands on the victim's side, or the desk, may set this; never somebody who serves the other side.",
  },
  // request
  invalidInput: { status: 422, zh: '有欄位需要更正。', en: 'Some fields need correction.' },
  notFound: { status: 404, zh: '找不到，或不在您可查閱的範圍。', en: 'Not found, or not in your reach.' },
  methodNotAllowed: { status: 405, zh: '這個位址不支援這種方法。', en: 'This address does not take that method.' },
  bodyUnreadable: { status: 400, zh: '內容不是可讀的 JSON。', en: 'The body is not readable JSON.' },
  bodyTooLarge: { status: 413, zh: '內容太大。', en: 'The body is too large.' },
  mediaUnsupported: { status: 415, zh: '不支援這種內容類型。', en: 'This content type is not supported.' },
  tooManyRequests: { status: 429, zh: '次數過多，請稍後再試。', en: 'Too many requests; try again later.' },
  idempotencyKeyNeeded: { status: 400, zh: '寫入須附 idempotency-key。', en: 'Writes need an idempotency-key.' },
  idempotencyMismatch: {
    status: 422,
    zh: '同一個 idempotency-key 已用於不同的內容。',
    en: 'This idempotency-key was used with another body.',
  },
  versionConflict: {
    status: 409,
    zh: '資料已被他人更改；兩邊的內容都在這裡。',
    en: 'It was changed by someone else; both sides are here.',
  },
  // store
  fileRejected: { status: 422, zh: '不能收這個檔案。', en: 'This file cannot be taken.' },
  erased: { status: 410, zh: '內容已依法刪除。', en: 'The content was erased by order.' },
  breakGlassClosed: { status: 409, zh: '緊急調閱已結束或已複查。', en: 'The emergency access has ended or was reviewed.' },
  unavailable: {
    status: 503,
    zh: '系統暫時無法服務，請稍後再試；已輸入的內容會保留。',
    en: 'Not available for the moment; what you typed is kept.',
  },
  unexpected: {
    status: 500,
    zh: '系統發生錯誤，已記錄；已輸入的內容會保留。',
    en: 'Something failed and was recorded; what you typed is kept.',
  },
  // time
  dateUnreadable: { status: 422, zh: '日期看不懂，請輸入如 1150102。', en: 'The date cannot be read; type it like 1150102.' },
  dateImpossible: { status: 422, zh: '沒有這一天。', en: 'There is no such day.' },
  instantUnreadable: { status: 422, zh: '時間看不懂。', en: 'The time cannot be read.' },
  calendarMissing: {
    status: 503,
    zh: '缺少該年度的辦公日曆，請系統管理者匯入。',
    en: 'The office calendar of that year is missing; the administrator can import it.',
  },
  calendarInvalid: { status: 422, zh: '日曆內容有誤。', en: 'The calendar has errors.' },
};
