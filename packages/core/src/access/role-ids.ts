// Names of the roles (domain 09 §9.1); what each allows is in roles.ts.

/** Every role. The last seven are actors that are not people. */
export const roleIds = [
  'hotlineOperator',
  'deskOfficer',
  'deskReviewer',
  'arbiter',
  'supervisor',
  'leadWorker',
  'collaborator',
  'partner',
  'kpiAnalyst',
  'auditor',
  'countyAdmin',
  'sysAdmin',
  'dataSteward',
  'director',
  'breakGlass',
  'publicReporter',
  'matcher',
  'sealer',
  'clock',
  'statistics',
  'seeder',
] as const;

/** A role. */
export type RoleId = (typeof roleIds)[number];
