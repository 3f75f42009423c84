// The roles of actors that are not people: the matcher, the sealer of the audit, the clock, statistics, the public door, the seed.
// Each has only what its work needs; none is held by an account that signs in.

import { dataClasses } from './data-class.ts';
import type { Role, RoleRule } from './role.ts';
import type { RoleId } from './role-ids.ts';

type SystemRoleId = Extract<RoleId, 'publicReporter' | 'matcher' | 'sealer' | 'clock' | 'statistics' | 'seeder'>;

function role(id: RoleId, zh: string, en: string, rules: RoleRule[]): Role {
  return { id, label: { zh, en }, kind: 'system', reach: ['national'], rules };
}

/** Roles of system actors. */
export const systemRoles: Readonly<Record<SystemRoleId, Role>> = {
  publicReporter: role('publicReporter', '民眾', 'The public', [
    { actions: ['report.create', 'report.append', 'file.write'], purposes: ['public'], classes: ['basic'] },
  ]),
  matcher: role('matcher', '勾稽比對', 'Matcher', [
    {
      actions: ['report.read', 'person.search', 'person.link'],
      purposes: ['system', 'intake', 'screening'],
      classes: ['basic', 'personal', 'contact', 'identifier', 'match'],
    },
  ]),
  sealer: role('sealer', '稽核封存', 'Audit sealer', [{ actions: ['audit.read'], purposes: ['system'], classes: ['basic', 'security'] }]),
  clock: role('clock', '時限監看', 'Clock', [{ actions: ['report.read', 'case.read'], purposes: ['system'], classes: ['basic'] }]),
  statistics: role('statistics', '統計', 'Statistics', [{ actions: ['measure.read'], purposes: ['statistics'], classes: ['basic'] }]),
  seeder: role('seeder', '示範資料', 'Demo seed', [
    {
      actions: [
        'report.create',
        'report.read',
        'report.screen',
        'report.review',
        'report.dispatch',
        'report.arbitrate',
        'person.search',
        'person.read',
        'person.link',
        'family.read',
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
        'referral.answer',
        'admin.users',
        'admin.units',
        'admin.routes',
        'calendar.import',
        'calendar.nation',
        'file.write',
      ],
      purposes: ['system'],
      classes: dataClasses,
    },
  ]),
};
