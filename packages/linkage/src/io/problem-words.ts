// How is each problem said to the person who caused it? One sentence that names the thing, one that says what to do; zh-TW and English.

import type { Words } from '../roles/index.ts';
import type { Problem } from './problem.ts';

type Say = { readonly [C in Problem['code']]: (facts: Extract<Problem, { code: C }>) => Words };

const SAY: Say = {
  usage: (p) => ({ zh: p.detailZh, en: p.detail }),
  'missing-option': (p) => ({
    zh: `少了 ${p.option}。請加上後再執行，或用 --help 看範例。`,
    en: `${p.option} is missing. Add it, or see the examples with --help.`,
  }),
  'bad-option': (p) => ({
    zh: `${p.option} 不接受「${p.value}」，可用的是：${p.allowed}。`,
    en: `${p.option} does not take “${p.value}”; it takes: ${p.allowed}.`,
  }),
  'unknown-role': (p) => ({
    zh: `欄位「${p.column}」的角色「${p.role}」不認得，可用的角色：${p.allowed}。`,
    en: `The role “${p.role}” of column “${p.column}” is not known. Roles: ${p.allowed}.`,
  }),
  'unknown-column': (p) => ({
    zh: `${p.file} 裡沒有「${p.column}」這個欄位。它的欄位是：${p.columns}。`,
    en: `${p.file} has no column “${p.column}”. Its columns are: ${p.columns}.`,
  }),
  'no-file': (p) => ({ zh: `找不到檔案 ${p.file}。請檢查路徑。`, en: `There is no file ${p.file}. Check the path.` }),
  'not-a-file': (p) => ({
    zh: `${p.file} 是資料夾，不是檔案。請指名裡面的檔案。`,
    en: `${p.file} is a folder, not a file. Name the files in it.`,
  }),
  'no-permission': (p) => ({ zh: `沒有權限讀取 ${p.file}。請調整權限。`, en: `${p.file} may not be read. Change its permissions.` }),
  'empty-file': (p) => ({ zh: `${p.file} 是空的（0 位元組）。`, en: `${p.file} is empty (0 bytes).` }),
  'no-rows': (p) => ({ zh: `${p.file} 只有標題列，沒有任何資料列。`, en: `${p.file} has a header but no rows.` }),
  'unknown-format': (p) => ({
    zh: `看不出 ${p.file} 的格式。請用 .csv、.tsv、.parquet 或 .jsonl 作副檔名。`,
    en: `The format of ${p.file} cannot be told. Name it .csv, .tsv, .parquet or .jsonl.`,
  }),
  'bad-parquet': (p) => ({
    zh: `${p.file} 不是完整的 Parquet 檔（${p.detail}）。請重新匯出。`,
    en: `${p.file} is not a whole Parquet file (${p.detail}). Export it again.`,
  }),
  'nested-column': (p) => ({
    zh: `${p.file} 的欄位「${p.column}」是 ${p.type}，比對需要單一的值。請先攤平或轉成文字。`,
    en: `Column “${p.column}” of ${p.file} is ${p.type}; linking needs one plain value. Flatten it or turn it into text first.`,
  }),
  'open-quote': (p) => ({
    zh: `${p.file} 第 ${p.line} 列開了引號卻沒有關。請補上引號，或把欄位內的引號寫成兩個。`,
    en: `Line ${p.line} of ${p.file} opens a quote that is never closed. Close it, or write quotes inside a field twice.`,
  }),
  'bad-json': (p) => ({
    zh: `${p.file} 第 ${p.line} 列不是 JSON 物件（${p.detail}）。每列須是一個 {…}。`,
    en: `Line ${p.line} of ${p.file} is not a JSON object (${p.detail}). Each line must be one {…}.`,
  }),
  'json-array': (p) => ({
    zh: `${p.file} 是一整個 JSON 陣列。請改存成 JSON Lines：每列一個物件。`,
    en: `${p.file} is one JSON array. Save it as JSON Lines: one object a line.`,
  }),
  'bad-encoding': (p) => ({
    zh: `${p.file} 不能以 ${p.encoding} 讀取。請拿掉 --encoding 讓程式自行判斷，或另存成 UTF-8。`,
    en: `${p.file} cannot be read as ${p.encoding}. Leave out --encoding to have it detected, or save the file as UTF-8.`,
  }),
  'disk-full': (p) => ({
    zh: `磁碟已滿，寫不進 ${p.folder}。沒有留下半成品；請騰出空間或換 --out 位置。`,
    en: `The disk is full: ${p.folder} could not be written. Nothing half-done was left; make room or choose another --out.`,
  }),
  'out-exists': (p) => ({
    zh: `${p.folder} 已經存在，而且不是先前的比對結果，所以不覆寫。請換一個 --out。`,
    en: `${p.folder} exists and is not the result of an earlier run, so it is not overwritten. Choose another --out.`,
  }),
  'out-not-writable': (p) => ({
    zh: `不能在 ${p.folder} 建立資料夾。請檢查權限或換一個 --out。`,
    en: `No folder can be made at ${p.folder}. Check the permissions or choose another --out.`,
  }),
  'not-a-run': (p) => ({
    zh: `${p.folder} 不是比對結果的資料夾（少了 ${p.missing}）。請用 dedupe 或 link 的 --out。`,
    en: `${p.folder} is not the folder of a run (${p.missing} is missing). Use the --out of dedupe or link.`,
  }),
  'bad-model': (p) => ({ zh: `${p.file} 不是可用的模型：${p.detail}。`, en: `${p.file} is not a usable model: ${p.detail}.` }),
  'bad-labels': (p) => ({
    zh: `${p.file} 第 ${p.line} 列的標記讀不懂（${p.detail}）。須有 id_l、id_r、same 三欄，same 為 1 或 0。`,
    en: `The label in line ${p.line} of ${p.file} is not readable (${p.detail}). Columns id_l, id_r and same (1 or 0) are needed.`,
  }),
  'unknown-record': (p) => ({ zh: `${p.where} 裡沒有編號「${p.id}」的紀錄。`, en: `${p.where} has no record “${p.id}”.` }),
  'no-truth': (p) => ({
    zh: `${p.file} 的「${p.column}」沒有一筆能對上這次比對的紀錄。請檢查編號欄位是否相同。`,
    en: `No value of “${p.column}” in ${p.file} belongs to a record of this run. Check that the ids are the same.`,
  }),
  'no-engine': (p) => ({
    zh: `計算引擎無法啟動（${p.command}）：${p.detail}`,
    en: `The engine could not be started (${p.command}): ${p.detail}`,
  }),
  'out-of-memory': (p) => ({
    zh: `記憶體不足（${p.detail}）。請用 --memory 調高上限，或把 --spill 指到空間夠的資料夾。`,
    en: `Memory ran out (${p.detail}). Raise it with --memory, or point --spill to a folder with room.`,
  }),
};

/** The problem in words. */
export const wordsOf = <C extends Problem['code']>(problem: Extract<Problem, { code: C }>): Words => {
  const say = SAY[problem.code] as (facts: Extract<Problem, { code: C }>) => Words;
  return say(problem);
};
