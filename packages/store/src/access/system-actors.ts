// The actors that are not people, by name. Their accounts and grants are made by the migrations; what they may do is data in core/access.

/** Account id of each system actor. */
export const systemActors = {
  public: { id: '00000000-0000-7000-8000-000000000001', county: null, unit: null, name: 'public' },
  matcher: { id: '00000000-0000-7000-8000-000000000002', county: null, unit: null, name: 'matcher' },
  sealer: { id: '00000000-0000-7000-8000-000000000003', county: null, unit: null, name: 'sealer' },
  clock: { id: '00000000-0000-7000-8000-000000000004', county: null, unit: null, name: 'clock' },
  statistics: { id: '00000000-0000-7000-8000-000000000005', county: null, unit: null, name: 'statistics' },
  seeder: { id: '00000000-0000-7000-8000-000000000006', county: null, unit: null, name: 'seeder' },
} as const;

export type SystemActorName = keyof typeof systemActors;
