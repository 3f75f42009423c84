// What a finished run prints: a few lines for a person, one object for a machine.

import { type RunReport, recallSaid } from '../report/index.ts';
import { bytes, percent, seconds, whole } from '../report/numbers.ts';
import { type Manner, type Session, say } from './session.ts';

export const printJson = (session: Session, value: unknown): void => session.out(`${JSON.stringify(value, null, 1)}\n`);

export const printRun = (session: Session, manner: Manner, report: RunReport, folder: string): void => {
  if (manner.json) {
    const { samples: _, histogram: __, ...plain } = report;
    printJson(session, { ...plain, out: folder });
    return;
  }
  if (manner.quiet) return;
  const lines = [
    say(
      {
        zh: `${whole(report.records)} 筆紀錄，連結 ${whole(report.linkedPairs)} 對，成為 ${whole(report.clusters)} 群（最大 ${whole(report.largestCluster)} 筆）。`,
        en: `${whole(report.records)} records, ${whole(report.linkedPairs)} pairs linked, ${whole(report.clusters)} clusters (largest ${whole(report.largestCluster)}).`,
      },
      manner,
    ),
    say(
      {
        zh: `門檻 ${percent(report.threshold)}；預期精確率 ${percent(report.expected.precision)}、召回率 ${recallSaid(report)}。`,
        en: `Threshold ${percent(report.threshold)}; expected precision ${percent(report.expected.precision)}, recall ${recallSaid(report)}.`,
      },
      manner,
    ),
    say(
      {
        zh: `比較 ${whole(report.pairs)} 對，${seconds(report.seconds)}，記憶體最多 ${bytes(report.peakBytes)}。`,
        en: `${whole(report.pairs)} pairs compared in ${seconds(report.seconds)}, at most ${bytes(report.peakBytes)} of memory.`,
      },
      manner,
    ),
    ...report.warnings.map((w) => `! ${say(w.words, manner)}`),
    ...report.notes.map((n) => `! ${say(n.words, manner)}`),
    `→ ${folder}/report.html`,
  ];
  session.out(`${lines.join('\n')}\n`);
};
