// What is said of a linkage when the truth is known: pair and cluster figures, the best threshold, calibration.
// All true pairs count, also those that blocking never proposed. B-cubed follows Bagga and Baldwin (1998).

export interface Quality {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Pairs at or above a probability. */
export interface ThresholdQuality extends Quality {
  readonly threshold: number;
}

/** Scored pairs whose probability lies in [from, to): how many, what they promised, how many were true. */
export interface CalibrationBand {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
  readonly expected: number;
  readonly real: number;
}

export interface Evaluation {
  readonly records: number;
  readonly entities: number;
  readonly truePairs: number;
  /** Recall of the pairs that were scored and kept: no threshold can reach more. */
  readonly ceiling: number;
  readonly keptPairs: number;
  readonly own: ThresholdQuality;
  readonly best: ThresholdQuality;
  /** Of all pairs that share a cluster. */
  readonly clusters: Quality;
  readonly bCubed: Quality;
  readonly clusterCount: number;
  readonly largestCluster: number;
  readonly calibration: readonly CalibrationBand[];
}

/** Pairs of one probability: `pairs` in all, `matches` of them true. */
export interface ScoreCount {
  readonly probability: number;
  readonly pairs: number;
  readonly matches: number;
}

/** Sums over clusters, entities and their overlaps, from which all cluster figures follow. */
export interface OverlapCounts {
  readonly records: number;
  readonly entities: number;
  readonly clusters: number;
  readonly largestCluster: number;
  /** Σ n(n−1)/2 over entities, over clusters, and over their overlaps. */
  readonly truePairs: number;
  readonly clusterPairs: number;
  readonly sharedPairs: number;
  /** Σ overlap² / cluster size, and Σ overlap² / entity size. */
  readonly bCubedPrecision: number;
  readonly bCubedRecall: number;
}

/** Precision and recall from counts; nothing claimed is precise, nothing to find is all found. */
const qualityOf = (found: number, claimed: number, wanted: number): Quality => {
  const precision = claimed === 0 ? 1 : found / claimed;
  const recall = wanted === 0 ? 1 : found / wanted;
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
};

const BANDS = [0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 1.0000001];

const calibrate = (scores: readonly ScoreCount[]): CalibrationBand[] =>
  BANDS.slice(1)
    .map((to, i): CalibrationBand => {
      const from = BANDS[i]!;
      const inside = scores.filter((s) => s.probability >= from && s.probability < to);
      const pairs = inside.reduce((sum, s) => sum + s.pairs, 0);
      const promised = inside.reduce((sum, s) => sum + s.probability * s.pairs, 0);
      const matches = inside.reduce((sum, s) => sum + s.matches, 0);
      return { from, to: Math.min(1, to), pairs, expected: pairs === 0 ? 0 : promised / pairs, real: pairs === 0 ? 0 : matches / pairs };
    })
    .filter((band) => band.pairs > 0);

/** All figures from counts. Both the in-memory and the SQL reading end here. */
export const conclude = (scores: readonly ScoreCount[], overlap: OverlapCounts, threshold: number): Evaluation => {
  const falling = [...scores].sort((a, b) => b.probability - a.probability);
  let pairs = 0;
  let matches = 0;
  let best: ThresholdQuality = { threshold: 1, ...qualityOf(0, 0, overlap.truePairs) };
  let own: ThresholdQuality = { threshold, ...qualityOf(0, 0, overlap.truePairs) };
  for (const score of falling) {
    pairs += score.pairs;
    matches += score.matches;
    const quality = qualityOf(matches, pairs, overlap.truePairs);
    if (quality.f1 > best.f1) best = { threshold: score.probability, ...quality };
    if (score.probability >= threshold) own = { threshold, ...quality };
  }
  const { records } = overlap;
  const precision = records === 0 ? 1 : overlap.bCubedPrecision / records;
  const recall = records === 0 ? 1 : overlap.bCubedRecall / records;
  return {
    records,
    entities: overlap.entities,
    truePairs: overlap.truePairs,
    ceiling: overlap.truePairs === 0 ? 1 : matches / overlap.truePairs,
    keptPairs: pairs,
    own,
    best,
    clusters: qualityOf(overlap.sharedPairs, overlap.clusterPairs, overlap.truePairs),
    bCubed: { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) },
    clusterCount: overlap.clusters,
    largestCluster: overlap.largestCluster,
    calibration: calibrate(scores),
  };
};
