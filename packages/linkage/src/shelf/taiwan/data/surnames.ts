// Surnames of Taiwan. Shares (per mille of the population) are rounded from the Ministry of the Interior's published surname statistics
// (全國姓名統計分析); they serve only as a starting value where a file gives no counts of its own.

/** The hundred most frequent single surnames, most frequent first. */
export const COMMON_SURNAMES =
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董温唐藍蔣石古紀姚連馮歐程湯黎田康姜白汪鄒尤巫鐘涂龔嚴韓袁金童陸夏柳凃邵';

/** Further surnames that are met: used to tell a married prefix (陳林美玉) from a three-character given name. */
export const OTHER_SURNAMES =
  '錢伍倪溫于譚駱熊任甘秦顧毛章史官萬俞雷粘饒闕凌武崔尹孔辛辜陶段龍韋葛池孟褚殷麥賀賈莫文管關向包丘梅華利裴樊房全佘左花魯安鮑郝穆塗蒲成谷常閻練盛鄔耿聶焦商封祝齊車牛岳申屈苗巴沙冷喻冉苑柴翟單解仇尚塞繆牟樂區應燕查卜欒項路米宮詞喬鞠';

/** Per mille, for the surnames where the share matters most. */
export const SURNAME_SHARES: Readonly<Record<string, number>> = {
  陳: 111, 林: 83, 黃: 60, 張: 53, 李: 51, 王: 41, 吳: 40, 劉: 32, 蔡: 29, 楊: 27, 許: 23, 鄭: 19, 謝: 18, 洪: 15, 郭: 15, 邱: 15, 曾: 14, 廖: 14,
  賴: 13, 徐: 13, 周: 12, 葉: 12, 蘇: 11, 莊: 9, 呂: 9, 江: 9, 何: 9, 蕭: 8, 羅: 8, 高: 8, 潘: 7, 簡: 7, 朱: 7, 鍾: 6, 游: 6, 彭: 6, 詹: 6, 胡: 6,
};

/** Surnames of two characters that are read as one even before a single given character (歐陽修). */
export const COMPOUND_SURNAMES =
  '歐陽 司馬 諸葛 上官 司徒 皇甫 東方 端木 令狐 夏侯 尉遲 公孫 長孫 慕容 宇文 軒轅 鍾離 濮陽 淳于 單于 申屠 公冶 赫連 澹臺 太史 呼延 南宮 西門 獨孤 万俟 拓跋 聞人 百里 東郭 左丘 梁丘 范姜 司空 公羊 穀梁 第五 鮮于 閭丘 亓官 仲孫 叔孫 完顏 納蘭 葉赫 耶律';

/** Surnames joined of two families: read as one only before two given characters (張簡志明, but 張＋簡明). */
export const JOINED_SURNAMES =
  '張簡 張廖 江謝 周黃 周楊 李楊 李陳 劉張 王曹 廖李 陳李 陳吳 陳黃 鄭黃 郭李 葉劉 翁林 姜林 徐李 徐陳 許陳 鍾黃 黃李 黃陳 黃許 吳李 吳鄭 蔡王 洪許 蘇洪 胡周 邱黃';
