// What a run should tell its user about the data, in both languages.
import { quote } from '../compile/print.ts';
import type { Engine } from '../engine/engine.ts';
import type { BoundComparison } from '../roles/types.ts';
import type { EncodedSlot } from '../score/encode.ts';
import type { Estimate } from '../train/estimate.ts';
import type { RuleReport, Warning } from './options.ts';

/** Below this many expected matches the trained weights rest mostly on the shelf's expectations. */
const FEW_MATCHES = 20;

/** Duplicate and missing record ids, by source. */
export async function idWarnings(engine: Engine): Promise<Warning[]> {
  const input = quote('lk_input', engine.dialect);
  // Hashes take a fraction of the memory of ids.
  const hash = engine.dialect === 'duckdb' ? 'hash' : 'xxhash64';
  const [found] = await engine.rows<{ n: number; missing: number; same: number }>(
    `SELECT CAST(count(*) AS DOUBLE) AS n, CAST(count(*) - count(lk_id) AS DOUBLE) AS missing, CAST(count(lk_id) - count(DISTINCT CASE WHEN lk_id IS NOT NULL THEN ${hash}(src, lk_id) END) AS DOUBLE) AS same FROM ${input}`,
  );
  const warnings: Warning[] = [];
  if (found === undefined || found.n === 0) {
    return [{ code: 'empty-input', words: { zh: '輸入沒有任何一列，結果為空。', en: 'The input has no rows; the result is empty.' } }];
  }
  if (found.missing > 0) {
    warnings.push({
      code: 'missing-id',
      words: { zh: `有 ${found.missing} 列沒有識別碼。`, en: `${found.missing} rows have no record id.` },
    });
  }
  if (found.same > 0) {
    warnings.push({
      code: 'duplicate-ids',
      words: {
        zh: `有 ${found.same} 列的識別碼與同一來源的另一列相同；各列仍分別比對，輸出中同一識別碼會出現多次。`,
        en: `${found.same} rows repeat the id of another row of the same source; rows are still compared one by one and the id appears several times in the output.`,
      },
    });
  }
  return warnings;
}

export function columnWarnings(slots: readonly EncodedSlot[]): Warning[] {
  const warnings: Warning[] = [];
  for (const slot of slots) {
    const name = slot.bound.columns.join(' + ');
    const { counts } = slot;
    let values = 0;
    let held = 0;
    for (let id = 0, ids = counts.length; id < ids; id++) {
      if (counts[id]! > 0) values++;
      held += counts[id]!;
    }
    if (values === 0) {
      warnings.push({
        code: 'empty-column',
        words: { zh: `欄位 ${name} 沒有任何可用的值，不影響結果。`, en: `Column ${name} holds no usable value and changes nothing.` },
      });
    } else if (values === 1 && held > 1) {
      warnings.push({
        code: 'constant-column',
        words: { zh: `欄位 ${name} 只有一個值，對比對沒有幫助。`, en: `Column ${name} holds one value only and tells nothing.` },
      });
    }
  }
  return warnings;
}

export function planWarnings(rules: readonly RuleReport[], records: number): Warning[] {
  const warnings: Warning[] = [];
  const skipped = rules.filter((rule) => rule.used && rule.skippedRecords > 0);
  if (skipped.length > 0) {
    const list = skipped.map((rule) => `${rule.id}: ${rule.skippedRecords}`).join(', ');
    warnings.push({
      code: 'oversize-blocks',
      words: {
        zh: `有些值由太多列共用，這些列未以該值找候選對（${list}），但仍可能由其他規則找到。`,
        en: `Some values are shared by too many rows; these rows were not paired by them (${list}), but other rules may still pair them.`,
      },
    });
  }
  const over = rules.filter((rule) => rule.reason === 'over budget');
  if (over.length > 0) {
    const list = over.map((rule) => rule.id).join(', ');
    warnings.push({
      code: 'pair-budget',
      words: { zh: `候選對上限不足，未使用的規則：${list}。`, en: `The pair budget left out these rules: ${list}.` },
    });
  }
  if (records > 1 && !rules.some((rule) => rule.used)) {
    warnings.push({
      code: 'no-rules',
      words: { zh: '沒有任何規則能找出候選對：各列沒有共同的值。', en: 'No rule proposes any pair: rows share no value to be found by.' },
    });
  }
  return warnings;
}

export function trainingWarnings(estimate: Estimate, pairs: number): Warning[] {
  const warnings: Warning[] = [];
  if (pairs > 0 && estimate.expectedMatches < FEW_MATCHES) {
    warnings.push({
      code: 'few-pairs',
      words: {
        zh: '可供學習的相符紀錄很少，權重主要依據預設值。',
        en: 'There are few matches to learn from; the weights rest mostly on expectations that come with the library.',
      },
    });
  }
  if (!estimate.converged) {
    warnings.push({
      code: 'em-not-converged',
      words: {
        zh: '訓練停止時，估計的相符配對數仍在變動，機率與預期值可能不準。請抽查幾對，或以標記（--labels）協助訓練。',
        en: 'When training stopped, the estimated number of matches was still moving: probabilities and expected figures may be off. Look at some pairs, or help training with labels (--labels).',
      },
    });
  }
  return warnings;
}

/** Nearly all matches were found by the columns of `unseen`: what differs there is neither found nor counted. */
export function recallWarnings(unseen: readonly BoundComparison[]): Warning[] {
  return unseen.map(({ columns }) => ({
    code: 'recall-unknown',
    words: {
      zh: `配對幾乎都是靠「${columns.join('＋')}」相同而找到的。此欄不同的同一人既找不到，也無從估計有多少，所以實際的召回率可能遠低於預期值。`,
      en: `Nearly all pairs were found by the same ${columns.join(' + ')}. One person's records that differ there are neither found nor counted, so the real recall may be far below the expected one.`,
    },
  }));
}
