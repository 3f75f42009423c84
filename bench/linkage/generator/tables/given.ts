// Which characters do given names use, by sex and generation (most frequent first), and how are they read?
// Written by hand for the generator; the matcher does not read it. Frequencies fall off as 1 / rank^0.8.

import { cumulate } from '../chance.ts';

const MALE_OLD =
  '金jin1 水shui3 木mu4 火huo3 旺wang4 財cai2 發fa1 福fu2 文wen2 清qing1 進jin4 順shun4 德de2 義yi4 信xin4 春chun1 榮rong2 貴gui4 萬wan4 添tian1 來lai2 生sheng1 吉ji2 興xing1 明ming2 炎yan2 城cheng2 枝zhi1 坤kun1 海hai3 龍long2 虎hu3 山shan1 川chuan1 泉quan2 富fu4 勝sheng4 雄xiong2 土tu3 壽shou4 樹shu4 天tian1 長chang2 武wu3';
const MALE_MID =
  '志zhi4 明ming2 建jian4 國guo2 文wen2 俊jun4 雄xiong2 偉wei3 宏hong2 銘ming2 家jia1 豪hao2 正zheng4 義yi4 永yong3 昌chang1 榮rong2 輝hui1 富fu4 勝sheng4 利li4 華hua2 龍long2 信xin4 忠zhong1 仁ren2 德de2 成cheng2 政zheng4 進jin4 東dong1 慶qing4 祥xiang2 坤kun1 隆long2 源yuan2 聰cong1 哲zhe2 智zhi4 中zhong1 振zhen4 裕yu4 育yu4 清qing1 世shi4 耀yao4 吉ji2 賢xian2 誠cheng2 達da2';
const MALE_NEW =
  '冠guan1 宇yu3 廷ting2 承cheng2 翰han4 家jia1 豪hao2 柏bo2 宏hong2 俊jun4 傑jie2 彥yan4 哲zhe2 志zhi4 偉wei3 宗zong1 睿rui4 品pin3 恩en1 浩hao4 軒xuan1 凱kai3 翔xiang2 威wei1 佑you4 瑋wei3 駿jun4 子zi3 丞cheng2 辰chen2 祐you4 宸chen2 均jun1 聖sheng4 博bo2 仁ren2 韋wei2 皓hao4 昱yu4 諺yan4 竣jun4 毅yi4 倫lun2 鈞jun1 育yu4 誠cheng2 安an1 樂le4 庭ting2 佳jia1';
const FEMALE_OLD =
  '美mei3 玉yu4 秀xiu4 英ying1 蘭lan2 花hua1 月yue4 娥e2 桂gui4 香xiang1 金jin1 鳳feng4 珠zhu1 阿a1 罔wang3 市shi4 嬌jiao1 滿man3 招zhao1 妹mei4 春chun1 梅mei2 菊ju2 枝zhi1 惜xi2 免mian3 素su4 治zhi4 雪xue3 銀yin2 緞duan4 桃tao2 葉ye4 碧bi4 霞xia2 珍zhen1 貞zhen1 笑xiao4 好hao3 寶bao3';
const FEMALE_MID =
  '淑shu2 美mei3 惠hui4 麗li4 秀xiu4 玲ling2 芬fen1 芳fang1 珍zhen1 真zhen1 貞zhen1 華hua2 娟juan1 敏min3 慧hui4 雅ya3 玉yu4 鳳feng4 雲yun2 琴qin2 瓊qiong2 燕yan4 萍ping2 蓮lian2 英ying1 月yue4 卿qing1 如ru2 君jun1 婷ting2 怡yi2 靜jing4 儀yi2 宜yi2 文wen2 素su4 珠zhu1 霞xia2 菁jing1 琪qi2 瑛ying1 蓉rong2 瑤yao2 青qing1 寶bao3 梅mei2';
const FEMALE_NEW =
  '怡yi2 婷ting2 雅ya3 君jun1 佳jia1 宜yi2 欣xin1 詩shi1 涵han2 宇yu3 庭ting2 筱xiao3 品pin3 妍yan2 芷zhi3 思si1 妤yu2 玟wen2 雯wen2 心xin1 穎ying3 郁yu4 芸yun2 晴qing2 羽yu3 彤tong2 語yu3 潔jie2 筑zhu2 佩pei4 珊shan1 琳lin2 瑜yu2 蓁zhen1 姿zi1 孟meng4 馨xin1 沛pei4 亭ting2 淇qi2 祺qi2 柔rou2 禎zhen1 嘉jia1 萱xuan1 瑄xuan1 恩en1 昕xin1 儀yi2 樂le4 安an1';
/** Characters that people type for another of the same sound, though few are named so. */
const SOUND_ONLY =
  '依yi1 伊yi1 憶yi4 藝yi4 逸yi4 益yi4 議yi4 軍jun1 峻jun4 濬jun4 停ting2 霆ting2 加jia1 名ming2 鳴ming2 弘hong2 鴻hong2 紅hong2 葦wei3 緯wei3 聞wen2 誌zhi4 至zhi4 蕙hui4 卉hui4 會hui4 莉li4 俐li4 立li4 伶ling2 齡ling2 靈ling2 凌ling2 紛fen1 櫻ying1 鷹ying1 喆zhe2 捷jie2 漢han4 呈cheng2 詳xiang2 容rong2 融rong2 建jian4 健jian4 件jian4 正zheng4 證zheng4 勇yong3 泳yong3 敏min3 閔min3 憫min3 靜jing4 敬jing4 鏡jing4 淨jing4 秋qiu1 丘qiu1 書shu1 舒shu1 姝shu1 叔shu2 熟shu2 余yu2 于yu2 愉yu2 餘yu2 雨yu3 禹yu3 與yu3 玉yu4 喻yu4 煜yu4 新xin1 心xin1 鑫xin1 薪xin1 辛xin1 晨chen2 塵chen2 臣chen2 成cheng2 程cheng2 城cheng2 豐feng1 峰feng1 鋒feng1 風feng1 奉feng4 鳳feng4 筠yun2 勻yun2 耘yun2 雪xue3 倩qian4 茜qian4 沁qin4 秦qin2 勤qin2 欽qin1 茵yin1 音yin1 殷yin1 英ying1 穎ying3 影ying3 映ying4 應ying4 修xiu1 袖xiu4 繡xiu4 良liang2 亮liang4 諒liang4 麟lin2 霖lin2 鱗lin2 林lin2 平ping2 屏ping2 憑ping2 佰bo2 伯bo2 柏bo2 玨jue2 覺jue2 玫mei2 眉mei2 莓mei2 鎂mei3';

type Character = { readonly text: string; readonly sound: string };
const read = (list: string): Character[] => list.split(' ').map((entry) => ({ text: [...entry][0]!, sound: [...entry].slice(1).join('') }));
const pool = (list: string): { characters: readonly Character[]; steps: readonly number[] } => {
  const characters = read(list);
  return { characters, steps: cumulate(characters.map((_, rank) => 1 / (rank + 1) ** 0.8)) };
};

export const GIVEN = {
  M: [pool(MALE_OLD), pool(MALE_MID), pool(MALE_NEW)],
  F: [pool(FEMALE_OLD), pool(FEMALE_MID), pool(FEMALE_NEW)],
} as const;

const everyone = [MALE_OLD, MALE_MID, MALE_NEW, FEMALE_OLD, FEMALE_MID, FEMALE_NEW, SOUND_ONLY].flatMap(read);

/** Character → reading with tone. */
export const SOUND: ReadonlyMap<string, string> = new Map(everyone.map((c) => [c.text, c.sound]));

const group = (key: (sound: string) => string): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const [text, sound] of SOUND) groups.set(key(sound), [...(groups.get(key(sound)) ?? []), text]);
  return groups;
};

/** Reading with tone → characters. */
export const SAME_TONE = group((sound) => sound);
/** Reading without tone → characters. */
export const SAME_SYLLABLE = group((sound) => sound.slice(0, -1));
