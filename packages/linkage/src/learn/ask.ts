// Which pairs are most worth a person's look? Those that are uncertain and whose answer changes most: joining two clusters or holding one together.
// Value = entropy of the probability × the pairs that the decision would make or break; one question per cluster before a second; a fifth of the
// questions is spread over all probabilities, so that answers also tell how well the probabilities hold (Settles 2009 on uncertainty sampling and its bias).

import type { Engine } from '../engine/engine.ts';
import type { Model } from '../model/model.ts';
import type { Words } from '../roles/types.ts';
import type { Label } from '../run/options.ts';

export interface AskOptions {
  readonly model: Model;
  /** Table (id_l, id_r, probability). */
  readonly edges: string;
  /** Table (id, cluster). */
  readonly clusters: string;
  readonly count: number;
  /** Answers there are already: not asked again. */
  readonly labels: readonly Label[];
}

export interface Question {
  readonly idL: string;
  readonly idR: string;
  readonly probability: number;
  readonly why: Words;
}

interface Candidate extends Record<string, unknown> {
  readonly id_l: string;
  readonly id_r: string;
  readonly probability: number;
  readonly cluster_l: string;
  readonly cluster_r: string;
  readonly size_l: number;
  readonly size_r: number;
}

/** Bits of uncertainty: 1 at one half, 0 where it is certain. */
export const entropy = (p: number): number => (p <= 0 || p >= 1 ? 0 : -(p * Math.log2(p) + (1 - p) * Math.log2(1 - p)));

/** Pairs made or broken if the answer is unlike what stands. */
const stake = (c: Candidate): number =>
  c.cluster_l === c.cluster_r ? Math.max(1, Number(c.size_l) - 1) : Number(c.size_l) * Number(c.size_r);

const worth = (c: Candidate): number => entropy(c.probability) * Math.log2(1 + stake(c));

const pairKey = (a: string, b: string): string => (a < b ? `${a}\u0000${b}` : `${b}\u0000${a}`);

/** Bands of probability that the spread questions are taken from in turn. */
const BANDS = 10;
const SPREAD = 0.2;
/** More candidates than this are cut by uncertainty in SQL. */
const MOST = 200_000;

const candidates = ({ edges, clusters }: AskOptions, engine: Engine): Promise<Candidate[]> =>
  engine.rows<Candidate>(
    `WITH sizes AS (SELECT cluster, count(*) AS n FROM ${clusters} GROUP BY cluster)
     SELECT e.id_l, e.id_r, e.probability, concat('', a.cluster) AS cluster_l, concat('', b.cluster) AS cluster_r, x.n AS size_l, y.n AS size_r
     FROM ${edges} e JOIN ${clusters} a ON a.id = e.id_l JOIN ${clusters} b ON b.id = e.id_r
     JOIN sizes x ON x.cluster = a.cluster JOIN sizes y ON y.cluster = b.cluster
     WHERE e.id_l <> e.id_r
     ORDER BY abs(e.probability - 0.5), e.id_l, e.id_r LIMIT ${MOST}`,
  );

/** Takes candidates in order; no cluster twice while there are others. */
const oneEach = (ordered: readonly Candidate[], count: number): Candidate[] => {
  const chosen: Candidate[] = [];
  let waiting = [...ordered];
  while (chosen.length < count && waiting.length > 0) {
    const used = new Set<string>();
    const later: Candidate[] = [];
    for (const c of waiting) {
      if (chosen.length < count && !used.has(c.cluster_l) && !used.has(c.cluster_r)) {
        chosen.push(c);
        used.add(c.cluster_l).add(c.cluster_r);
      } else later.push(c);
    }
    waiting = later;
  }
  return chosen;
};

const whyOf = (c: Candidate): Words => {
  const share = `${Math.round(c.probability * 100)}%`;
  if (c.cluster_l === c.cluster_r) {
    return { zh: `機率 ${share}，目前同在 ${c.size_l} 筆的群裡`, en: `probability ${share}, together in a cluster of ${c.size_l} now` };
  }
  return {
    zh: `機率 ${share}，若同一人就會合併 ${c.size_l} 筆與 ${c.size_r} 筆`,
    en: `probability ${share}, a yes would join ${c.size_l} and ${c.size_r} records`,
  };
};

/** Chooses at most `count` questions, the most valuable first. Deterministic. */
export const ask = async (engine: Engine, options: AskOptions): Promise<Question[]> => {
  const known = new Set(options.labels.map((label) => pairKey(label.idL, label.idR)));
  const open = (await candidates(options, engine)).filter((c) => !known.has(pairKey(c.id_l, c.id_r)));
  const valued = open
    .map((c) => ({ c, value: worth(c) }))
    .sort((a, b) => b.value - a.value || (pairKey(a.c.id_l, a.c.id_r) < pairKey(b.c.id_l, b.c.id_r) ? -1 : 1));
  const byValue = oneEach(
    valued.map(({ c }) => c),
    Math.ceil(options.count * (1 - SPREAD)),
  );
  const taken = new Set(byValue.map((c) => pairKey(c.id_l, c.id_r)));
  const bands: Candidate[][] = Array.from({ length: BANDS }, () => []);
  for (const { c } of valued)
    if (!taken.has(pairKey(c.id_l, c.id_r))) bands[Math.min(BANDS - 1, Math.floor(c.probability * BANDS))]!.push(c);
  const spread: Candidate[] = [];
  for (let i = 0; byValue.length + spread.length < options.count && bands.some((band) => band.length > 0); i++) {
    const next = bands[i % BANDS]!.shift();
    if (next !== undefined) spread.push(next);
  }
  return [...byValue, ...spread].map((c) => ({ idL: c.id_l, idR: c.id_r, probability: c.probability, why: whyOf(c) }));
};
