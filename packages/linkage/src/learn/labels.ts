// What do decisions by people do to a run? A "same" joins two clusters whatever the numbers say, a "different" keeps two records apart,
// and the pair itself carries the decision as its weight. Contradictions are told, not guessed at: both labels of such a pair are left out.

import { UnionFind } from '../cluster/union-find.ts';
import type { Engine } from '../engine/engine.ts';
import type { Label, Warning } from '../run/options.ts';

/** Weight in bits of a pair that a person decided: beyond every sum of evidence. */
export const LABEL_BITS = 60;

export interface LabelledPairs {
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly same: readonly boolean[];
  readonly warnings: readonly Warning[];
}

const pairKey = (a: number, b: number): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const warn = (code: Warning['code'], zh: string, en: string): Warning => ({ code, words: { zh, en } });

/** Row numbers of labelled pairs; `rows` finds them by id. Unknown ids and contradicting labels are left out and told. */
export const resolvePairs = (labels: readonly Label[], rows: ReadonlyMap<string, readonly number[]>): LabelledPairs => {
  const said = new Map<string, { l: number; r: number; same: boolean; both: boolean }>();
  let unknown = 0;
  for (const { idL, idR, same } of labels) {
    const lefts = rows.get(idL);
    const rights = rows.get(idR);
    if (lefts === undefined || rights === undefined) unknown++;
    for (const l of lefts ?? []) {
      for (const r of rights ?? []) {
        if (l === r) continue;
        const before = said.get(pairKey(l, r));
        said.set(pairKey(l, r), { l, r, same, both: before !== undefined && (before.both || before.same !== same) });
      }
    }
  }
  const kept = [...said.values()].filter((pair) => !pair.both);
  const contradicting = said.size - kept.length;
  const warnings: Warning[] = [];
  if (unknown > 0)
    warnings.push(
      warn(
        'unknown-label-id',
        `${unknown} 個標記的編號不在資料裡，已略過。`,
        `${unknown} labels name records that are not in the data; they were left out.`,
      ),
    );
  if (contradicting > 0) {
    warnings.push(
      warn(
        'contradicting-labels',
        `${contradicting} 對紀錄的標記互相矛盾，已略過。`,
        `${contradicting} pairs carry contradicting labels; they were left out.`,
      ),
    );
  }
  return { l: Int32Array.from(kept, (p) => p.l), r: Int32Array.from(kept, (p) => p.r), same: kept.map((p) => p.same), warnings };
};

/** Finds the rows of the labelled records in `lk_input`. */
export const resolveLabels = async (engine: Engine, labels: readonly Label[]): Promise<LabelledPairs> => {
  const rows = new Map<string, number[]>();
  if (labels.length > 0) {
    const table = await engine.createTextTable('lk_label_ids', ['id']);
    for (const id of new Set(labels.flatMap((label) => [label.idL, label.idR]))) table.append([id]);
    await table.close();
    const found = await engine.rows<{ id: string; rid: number }>(
      'SELECT t.id AS id, i.rid AS rid FROM lk_input i JOIN lk_label_ids t ON t.id = i.lk_id',
    );
    for (const { id, rid } of found) rows.set(id, [...(rows.get(id) ?? []), rid]);
  }
  return resolvePairs(labels, rows);
};

interface Weighed {
  readonly l: Int32Array;
  readonly r: Int32Array;
  readonly weight: Float64Array;
}

/** The pairs with the labelled ones at ±`LABEL_BITS`; those that blocking did not propose are added. */
export const weighLabels = <W extends Weighed>(weighed: W, labels: LabelledPairs): Weighed => {
  if (labels.l.length === 0) return weighed;
  const decided = new Map(
    labels.same.map((same, i) => [pairKey(labels.l[i]!, labels.r[i]!), { i, bits: same ? LABEL_BITS : -LABEL_BITS }]),
  );
  const touched = new Set([...labels.l, ...labels.r]);
  const weight = weighed.weight.slice();
  const left = new Map(decided);
  for (let p = 0; p < weight.length; p++) {
    if (!touched.has(weighed.l[p]!) || !touched.has(weighed.r[p]!)) continue;
    const key = pairKey(weighed.l[p]!, weighed.r[p]!);
    const label = decided.get(key);
    if (label === undefined) continue;
    weight[p] = label.bits;
    left.delete(key);
  }
  const more = [...left.values()];
  return {
    l: Int32Array.from([...weighed.l, ...more.map(({ i }) => Math.min(labels.l[i]!, labels.r[i]!))]),
    r: Int32Array.from([...weighed.r, ...more.map(({ i }) => Math.max(labels.l[i]!, labels.r[i]!))]),
    weight: Float64Array.from([...weight, ...more.map(({ bits }) => bits)]),
  };
};

/** True for pairs of rows that a person called different. */
export const apartByLabel = (labels: LabelledPairs): ((a: number, b: number) => boolean) => {
  const apart = new Set(labels.same.flatMap((same, i) => (same ? [] : [pairKey(labels.l[i]!, labels.r[i]!)])));
  return apart.size === 0 ? () => false : (a, b) => apart.has(pairKey(a, b));
};

/** Joins clusters whose records a person called the same, unless that would bring two together that a person called different. */
export const joinByLabel = (cluster: Int32Array, labels: LabelledPairs): Int32Array => {
  if (!labels.same.includes(true)) return cluster;
  const forest = new UnionFind(cluster.length);
  for (let node = 0; node < cluster.length; node++) forest.union(node, cluster[node]!);
  const different = labels.same.flatMap((same, i) => (same ? [] : [[labels.l[i]!, labels.r[i]!] as const]));
  // In an order that does not depend on that of the labels.
  const same = labels.same.flatMap((yes, i) =>
    yes ? [[Math.min(labels.l[i]!, labels.r[i]!), Math.max(labels.l[i]!, labels.r[i]!)] as const] : [],
  );
  for (const [a, b] of same.sort((x, y) => x[0] - y[0] || x[1] - y[1])) {
    const x = forest.find(a);
    const y = forest.find(b);
    const barred = different.some(
      ([c, d]) => (forest.find(c) === x && forest.find(d) === y) || (forest.find(c) === y && forest.find(d) === x),
    );
    if (!barred) forest.union(a, b);
  }
  return forest.roots();
};
