// What is a district called beside its figure? Rows whose district nobody knows have a name too.

import type { Tx } from '@anwang/store/session';

type Name = { readonly zh: string; readonly en: string };
const unnamed: Name = { zh: '地區未知', en: 'District not known' };

/** Names of districts by their ids. */
export const districtNames = async (tx: Tx): Promise<(id: string) => Name> => {
  const rows = await tx.selectFrom('org.district').select(['id', 'name_zh', 'name_en']).execute();
  const names = new Map(rows.map((row) => [row.id, { zh: row.name_zh, en: row.name_en }]));
  return (id) => names.get(id) ?? unnamed;
};
