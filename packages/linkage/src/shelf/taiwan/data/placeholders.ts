// Values that say nothing: what people write into a field that they cannot fill. They count as missing, not as agreement.

const EMPTY_WORDS =
  '無 無資料 無名氏 不詳 不明 未知 未提供 未填 未填寫 未留 未詳 拒答 拒絕提供 保密 匿名 不願透露 缺 空白 同上 略 待查 待補 查無 免填 不知道 不知 暫無 尚無 沒有 居無定所 無固定住所 無固定居所 遊民 街友 某某 某人 個案 案主 n/a na nil none null unknown undefined x xx xxx xxxx test 測試 - -- --- . .. ? ?? ??? / 0 ０ * ** *** ○ ○○ ○○○ 〇〇〇 nan';

const EMPTY = new Set(EMPTY_WORDS.split(' '));
/** By code unit: asked of every value. */
const STARTS = new Uint8Array(0x10000);
for (const word of EMPTY) {
  STARTS[word.charCodeAt(0)] = 1;
  STARTS[word.toUpperCase().charCodeAt(0)] = 1;
}
const LONGEST = 10;

/** Does some word for "nothing" start with this code unit? A cheap no for nearly all values. */
export const startsEmptyWord = (unit: number): boolean => STARTS[unit] === 1;

/** Could a text of this length that starts so be a word for "nothing"? */
export const mayBeEmptyWord = (unit: number, length: number): boolean => length <= LONGEST && STARTS[unit] === 1;

/** Is a cleaned text a word for "nothing"? */
export const isEmptyWord = (text: string): boolean => text === '' || (text.length <= LONGEST && EMPTY.has(text.toLowerCase()));
