// `anwang audit verify` and `audit heads`: does the log prove itself, also against heads that were kept elsewhere? Exit 3 and one sentence per finding when it does not.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditFinding, copyHeads, dailyHeads, noteWhole, sealAndVerify } from '@anwang/store/audit';
import { connectOwner } from '@anwang/store/session';
import { Failure } from '../failure.ts';
import { readSettings } from '../settings.ts';
import { withInstallation } from './open.ts';

const sentence = (finding: AuditFinding): string => {
  switch (finding.code) {
    case 'rowsDiffer':
      return `第 ${finding.block} 區塊的紀錄被更動：應有 ${finding.expected} 筆，現有 ${finding.found} 筆。 Rows of block ${finding.block} were changed: ${finding.expected} expected, ${finding.found} found.`;
    case 'sealBroken':
      return `第 ${finding.block} 區塊的封緘不符。 The seal of block ${finding.block} does not fit.`;
    case 'chainBroken':
      return `第 ${finding.block} 區塊與前一區塊不相連。 Block ${finding.block} does not follow the one before.`;
    case 'blockMissing':
      return `缺少第 ${finding.block} 區塊。 Block ${finding.block} is missing.`;
    case 'headMissing':
      return `${finding.at} 簽署的第 ${finding.block} 區塊已不存在（尾端被截斷）。 Block ${finding.block}, signed at ${finding.at}, is gone (the end was cut).`;
    case 'headDiffers':
      return `第 ${finding.block} 區塊與 ${finding.at} 簽署者不同（被重寫）。 Block ${finding.block} differs from the one signed at ${finding.at} (rewritten).`;
    case 'headForged':
      return `簽署檔有 ${finding.lines} 行不是本機金鑰所簽。 ${finding.lines} lines of the heads file were not signed with our key.`;
    case 'noHeads':
      return '找不到簽署檔，無法發現尾端被截斷。 There is no file of signed heads: a cut end could not be found.';
    case 'strayRows':
      return `${finding.rows} 筆紀錄不屬於任何區塊。 ${finding.rows} rows belong to no block.`;
  }
};

/** File of signed heads of a data folder. */
export const headsFile = (data: string): string => join(data, 'audit-heads.jsonl');

/** Signed heads leave the machine: added to another file, or without one the last of each day, to be printed and kept. */
export const auditHeads = async (data: string | undefined, to: string | undefined): Promise<void> =>
  withInstallation(data, async (installation, folder) => {
    const { ring } = installation.store;
    if (to === undefined) {
      for (const { day, seq, code } of dailyHeads(headsFile(folder), ring)) process.stdout.write(`${day}  ${seq}  ${code}\n`);
      return;
    }
    const { copied, parted } = copyHeads(headsFile(folder), to, ring);
    if (parted !== null)
      throw new Failure(
        3,
        `${to} 有第 ${parted} 區塊的簽署，本機的簽署檔沒有：本機的檔案被截斷或換過。`,
        `${to} holds a head of block ${parted} that the file beside the database does not: that file was cut or exchanged.`,
      );
    process.stdout.write(`已加入 ${copied} 行。 ${copied} lines added.\n`);
  });

/** Heads on paper that the log does not hold any more. */
async function againstPaper(owner: Awaited<ReturnType<typeof connectOwner>>, paper: readonly string[]): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  for (const head of paper) {
    const [seq, code] = head.split(':');
    const [block] = (await owner.query<{ mac: string }>(`select encode(mac, 'hex') as mac from audit.block where seq = $1`, [seq])).rows;
    const at = '（紙本 on paper）';
    if (block === undefined) findings.push({ code: 'headMissing', block: Number(seq), at });
    else if (!block.mac.startsWith(code ?? '')) findings.push({ code: 'headDiffers', block: Number(seq), at });
  }
  return findings;
}

/** A head as it was printed: the number of a block and how its seal begins. */
const printed = /^(\d+):([0-9a-f]{16,64})$/;

/** Seals what is committed, then verifies the whole log, also against heads that were kept elsewhere. */
export const auditVerify = async (
  data: string | undefined,
  given: readonly string[] = [],
  paper: readonly string[] = [],
): Promise<void> => {
  // As the server does, where it keeps a copy.
  const { headsCopy } = readSettings(data);
  const copies = [...given, ...(headsCopy === undefined || given.includes(headsCopy) ? [] : [headsCopy])];
  for (const head of paper)
    if (!printed.test(head))
      throw new Failure(2, `「${head}」不是 區塊:編碼。`, `“${head}” is not BLOCK:CODE as \`audit heads\` prints it.`);
  for (const file of copies) if (!existsSync(file)) throw new Failure(2, `找不到 ${file}。`, `There is no file ${file}.`);
  const report = await withInstallation(data, async (installation, folder) => {
    const owner = await connectOwner(installation.store, 'audit verify');
    try {
      const whole = await sealAndVerify(installation.store, owner, headsFile(folder), copies);
      const findings = [...whole.findings, ...(await againstPaper(owner, paper))];
      // Of a log whose heads begin late a cut end could not be seen: that is no result to stand in place of another.
      if (whole.headsBeginAt === null || findings.length > 0)
        await noteWhole(installation.store, {
          to: whole.last,
          rows: whole.rows - whole.unsealed,
          findings,
          at: new Date().toISOString(),
          copies: copies.length + paper.length,
        });
      return { ...whole, findings };
    } finally {
      await owner.end();
    }
  });
  const { blocks, rows, unsealed, findings, headsBeginAt } = report;
  process.stdout.write(
    `${blocks} 個區塊、${rows} 筆紀錄，${unsealed} 筆尚未封存。 ${blocks} blocks, ${rows} rows, ${unsealed} not sealed yet.\n`,
  );
  if (headsBeginAt !== null)
    process.stderr.write(
      `注意：簽署檔從第 ${headsBeginAt} 區塊起才有紀錄；更早的尾端若曾被截斷，須與備份中的簽署比對才看得出來。 Note: the file of signed heads begins at block ${headsBeginAt}; an end that was cut before then shows only against the heads in a backup.\n`,
    );
  if (findings.length === 0) return void process.stdout.write('稽核紀錄完整。 The audit verifies.\n');
  for (const finding of findings) process.stderr.write(`${sentence(finding)}\n`);
  throw new Failure(3, `稽核紀錄不完整：${findings.length} 項。`, `The audit does not verify: ${findings.length} findings.`);
};
