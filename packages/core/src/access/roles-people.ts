// The roles of people: a table. Order of columns in one line: acts, purposes, classes seen, narrowing.

import type { Action } from './actions.ts';
import type { ReachKind } from './actor.ts';
import type { DataClass } from './data-class.ts';
import type { Purpose } from './purposes.ts';
import type { Role, RoleRule } from './role.ts';
import type { RoleId } from './role-ids.ts';

type PeopleRoleId = Exclude<RoleId, 'publicReporter' | 'matcher' | 'sealer' | 'clock' | 'statistics' | 'seeder'>;

function rule(actions: Action[], purposes: Purpose[], classes: DataClass[], within?: RoleRule['within']): RoleRule {
  return within === undefined ? { actions, purposes, classes } : { actions, purposes, classes, within };
}

function role(id: RoleId, zh: string, en: string, reach: ReachKind[], rules: RoleRule[]): Role {
  const everyone = [
    rule(['account.self'], ['self'], ['basic', 'personal']),
    rule(['draft.own'], ['intake', 'screening', 'review', 'dispatch', 'casework', 'supervision', 'network', 'self'], [...all], 'own'),
  ];
  return { id, label: { zh, en }, kind: 'person', reach, rules: [...rules, ...everyone] };
}

const person: DataClass[] = ['basic', 'personal', 'contact'];
const desk: DataClass[] = [...person, 'identifier', 'narrative', 'assessment', 'health', 'criminal', 'match'];
const care: DataClass[] = [...person, 'identifier', 'narrative', 'assessment', 'health', 'criminal'];
const all: DataClass[] = [...desk, 'reporter', 'security'];

/** Roles given to accounts of people. */
export const peopleRoles: Readonly<Record<PeopleRoleId, Role>> = {
  hotlineOperator: role(
    'hotlineOperator',
    '專線受理人員',
    'Hotline operator',
    ['county', 'national'],
    [
      rule(['report.create', 'file.write'], ['intake'], ['basic', 'personal', 'contact', 'identifier', 'narrative', 'reporter']),
      rule(['report.read', 'report.append', 'file.read'], ['intake'], ['basic', 'personal', 'contact', 'narrative'], 'own'),
    ],
  ),
  deskOfficer: role(
    'deskOfficer',
    '篩派案專員',
    'Screening officer',
    ['county'],
    [
      rule(['report.create'], ['intake'], [...desk, 'reporter']),
      rule(['report.read', 'report.append', 'file.read', 'file.write'], ['intake', 'screening'], desk),
      rule(['report.screen', 'report.dispatch'], ['screening', 'dispatch'], desk),
      rule(['person.search', 'person.read', 'person.link', 'family.read', 'contact.shield'], ['screening'], desk),
      rule(['case.read'], ['screening'], ['basic', 'personal']),
      rule(['reporter.open'], ['intake', 'screening'], ['basic', 'reporter']),
      rule(['breakglass.use'], ['screening'], desk),
    ],
  ),
  deskReviewer: role(
    'deskReviewer',
    '派案複核',
    'Reviewer',
    ['county'],
    [
      rule(['report.read', 'report.append', 'file.read'], ['review', 'dispatch', 'screening'], desk),
      rule(['report.review', 'report.dispatch'], ['review', 'dispatch'], desk),
      rule(['person.search', 'person.read', 'person.link', 'family.read', 'contact.shield'], ['review', 'screening'], desk),
      rule(['case.read'], ['review', 'screening'], ['basic', 'personal']),
      rule(['reporter.open'], ['review'], ['basic', 'reporter']),
      rule(['breakglass.use'], ['review'], desk),
      rule(['measure.read', 'measure.open'], ['statistics'], ['basic']),
    ],
  ),
  arbiter: role(
    'arbiter',
    '派案仲裁',
    'Arbiter',
    ['county'],
    [
      rule(['report.read', 'file.read'], ['dispatch'], ['basic', 'personal', 'narrative', 'assessment']),
      rule(['report.arbitrate'], ['dispatch'], ['basic', 'personal', 'narrative', 'assessment']),
      // Whose case it is follows from who is in the family and who works with it already; how to reach them does not.
      rule(['family.read', 'case.read'], ['dispatch'], ['basic', 'personal']),
    ],
  ),
  supervisor: role(
    'supervisor',
    '督導',
    'Supervisor',
    ['unit'],
    [
      rule(['report.read', 'report.append', 'file.read'], ['casework', 'supervision', 'dispatch'], care),
      rule(['case.accept', 'case.assign', 'case.approve', 'case.reopen'], ['supervision', 'dispatch', 'casework'], care),
      rule(
        ['case.read', 'case.record', 'case.assess', 'case.plan', 'case.refer', 'case.close', 'case.share', 'file.write'],
        ['casework', 'supervision'],
        care,
      ),
      // Accepting may join a report to an open case, so dispatch work reads the unit's cases too.
      rule(['case.read', 'case.record', 'family.read', 'person.read'], ['dispatch'], care),
      rule(['person.search', 'person.read', 'family.read', 'contact.shield'], ['casework', 'supervision'], care),
      rule(['referral.answer'], ['network', 'casework'], care),
      rule(['measure.read', 'measure.open'], ['statistics'], ['basic']),
      rule(['breakglass.use', 'breakglass.review'], ['supervision', 'casework'], care),
      rule(['account.recover', 'recusal.lift'], ['supervision'], ['basic']),
    ],
  ),
  leadWorker: role(
    'leadWorker',
    '主責社工',
    'Caseworker',
    ['unit'],
    [
      rule(
        ['case.read', 'case.record', 'case.assess', 'case.plan', 'case.refer', 'case.close', 'case.share', 'file.read', 'file.write'],
        ['casework'],
        care,
        'assigned',
      ),
      rule(['report.read', 'report.append'], ['casework'], care, 'assigned'),
      rule(['person.read', 'family.read', 'contact.shield'], ['casework'], care, 'assigned'),
      rule(['person.search'], ['casework'], ['basic', 'personal'], 'assigned'),
      rule(['referral.answer'], ['network'], ['basic', 'personal', 'contact', 'narrative']),
      rule(['measure.read', 'measure.open'], ['statistics'], ['basic']),
      rule(['breakglass.use'], ['casework'], care),
    ],
  ),
  collaborator: role(
    'collaborator',
    '協力人員',
    'Collaborator',
    ['assigned'],
    [
      rule(['case.read', 'file.read'], ['casework', 'network'], ['basic', 'personal', 'contact', 'narrative', 'assessment']),
      rule(['case.record', 'file.write'], ['casework', 'network'], ['basic', 'personal', 'contact', 'narrative', 'assessment']),
      rule(['person.read', 'family.read'], ['casework', 'network'], ['basic', 'personal', 'contact']),
    ],
  ),
  partner: role(
    'partner',
    '網絡單位',
    'Partner agency',
    ['shared', 'unit'],
    [
      rule(['report.create', 'file.write'], ['network', 'intake'], ['basic', 'personal', 'contact', 'identifier', 'narrative', 'reporter']),
      rule(['case.read'], ['network'], ['basic'], 'shared'),
      rule(['person.read', 'file.read'], ['network'], ['basic'], 'shared'),
      rule(['referral.answer'], ['network'], ['basic', 'personal', 'contact', 'narrative']),
    ],
  ),
  kpiAnalyst: role(
    'kpiAnalyst',
    '業務分析',
    'Analyst',
    ['county', 'national'],
    [rule(['measure.read', 'measure.open'], ['statistics'], ['basic'])],
  ),
  auditor: role(
    'auditor',
    '稽核',
    'Auditor',
    ['county', 'national'],
    [
      rule(['audit.read', 'breakglass.review'], ['audit'], ['basic', 'security']),
      // Whoever asks who looked at somebody must be able to name that somebody: found by name or number, and no file opened.
      rule(['person.search'], ['audit'], ['basic', 'personal', 'identifier']),
    ],
  ),
  countyAdmin: role(
    'countyAdmin',
    '縣市系統管理',
    'County administrator',
    ['county'],
    [
      rule(['admin.users', 'admin.units', 'admin.routes', 'calendar.import'], ['administration'], ['basic', 'personal']),
      rule(['account.recover'], ['administration'], ['basic']),
      // Which rules the county's open cases are kept by: looked at and proposed here, decided by the head (docs/decisions/0112).
      rule(['statement.read', 'statement.propose'], ['administration'], ['basic']),
      rule(['measure.read'], ['statistics'], ['basic']),
    ],
  ),
  sysAdmin: role(
    'sysAdmin',
    '系統維運',
    'System operator',
    ['none'],
    [rule(['calendar.import', 'calendar.nation'], ['administration'], ['basic'])],
  ),
  dataSteward: role(
    'dataSteward',
    '資料管理',
    'Data steward',
    ['county'],
    [
      rule(
        ['person.search', 'person.read', 'person.link', 'family.read'],
        ['administration'],
        ['basic', 'personal', 'contact', 'identifier', 'match'],
      ),
    ],
  ),
  director: role(
    'director',
    '主管',
    'Director',
    ['county'],
    [
      rule(['measure.read', 'measure.open'], ['statistics'], ['basic']),
      // Of a call for support that nobody answered: who calls, from where, and what was said. Nothing of the case (docs/decisions/0087).
      rule(['support.told'], ['supervision'], ['basic', 'contact']),
      // Of a time limit that has passed and was told above: which one, since when, whose. Nothing of the case (docs/decisions/0099).
      rule(['clock.told'], ['supervision'], ['basic']),
      rule(['statement.read', 'statement.approve'], ['supervision'], ['basic']),
      rule(['breakglass.review'], ['supervision'], ['basic', 'security']),
      rule(['account.recover', 'recusal.lift'], ['supervision'], ['basic']),
    ],
  ),
  breakGlass: role(
    'breakGlass',
    '緊急調閱',
    'Break-glass',
    ['one'],
    [
      rule(
        ['case.read', 'report.read', 'person.read', 'family.read', 'file.read'],
        ['screening', 'review', 'casework', 'supervision'],
        care,
      ),
    ],
  ),
};
