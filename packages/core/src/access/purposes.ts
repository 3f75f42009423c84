// For what may data be used? The purpose is part of every session and is written to the audit (個資法 5 and 16: use within the purpose of collection).

/** Every purpose of use. */
export const purposes = [
  'intake',
  'screening',
  'review',
  'dispatch',
  'casework',
  'supervision',
  'network',
  'statistics',
  'administration',
  'audit',
  'self',
  'public',
  'system',
] as const;

/** A purpose of use. */
export type Purpose = (typeof purposes)[number];

/** Purposes in words. */
export const purposeLabels: Readonly<Record<Purpose, { zh: string; en: string }>> = {
  intake: { zh: '受理通報', en: 'Taking in reports' },
  screening: { zh: '篩案', en: 'Screening' },
  review: { zh: '複核', en: 'Second review' },
  dispatch: { zh: '派案', en: 'Dispatch' },
  casework: { zh: '個案服務', en: 'Casework' },
  supervision: { zh: '督導', en: 'Supervision' },
  network: { zh: '網絡合作', en: 'Network cooperation' },
  statistics: { zh: '統計', en: 'Statistics' },
  administration: { zh: '系統管理', en: 'Administration' },
  audit: { zh: '稽核', en: 'Audit' },
  self: { zh: '本人帳號', en: 'Own account' },
  public: { zh: '民眾通報', en: 'Reporting by the public' },
  system: { zh: '系統作業', en: 'System work' },
};

/** Whether a text names a purpose. */
export function isPurpose(text: string): text is Purpose {
  return (purposes as readonly string[]).includes(text);
}
