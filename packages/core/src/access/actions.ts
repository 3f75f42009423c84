// Which acts exist? One closed list; routes, grants and policies speak only of these.

/** Every act a grant can allow. */
export const actions = [
  'report.create',
  'report.read',
  'report.screen',
  'report.review',
  'report.dispatch',
  'report.arbitrate',
  'report.append',
  'reporter.open',
  'person.search',
  'person.read',
  'person.link',
  'family.read',
  'contact.shield',
  'case.read',
  'case.accept',
  'case.assign',
  'case.record',
  'case.assess',
  'case.plan',
  'case.refer',
  'case.approve',
  'case.close',
  'case.reopen',
  'case.share',
  'statement.read',
  'statement.propose',
  'statement.approve',
  'support.told',
  'clock.told',
  'referral.answer',
  'measure.read',
  'measure.open',
  'admin.users',
  'admin.units',
  'admin.routes',
  'audit.read',
  'breakglass.use',
  'breakglass.review',
  'draft.own',
  'file.read',
  'file.write',
  'calendar.import',
  'calendar.nation',
  'account.self',
  'account.recover',
  'recusal.lift',
] as const;

/** An act. */
export type Action = (typeof actions)[number];

/** Whether a text names an act. */
export function isAction(text: string): text is Action {
  return (actions as readonly string[]).includes(text);
}
