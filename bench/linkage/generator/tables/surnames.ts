// Which surnames do Taiwanese carry, how often (per mille, rounded from the Ministry of the Interior's name statistics), and how are they read?
// Written by hand for the generator; the matcher does not read it.

import { cumulate } from '../chance.ts';

const TABLE = `陳 111 chen2,林 83 lin2,黃 60 huang2,張 53 zhang1,李 51 li3,王 41 wang2,吳 40 wu2,劉 32 liu2,蔡 29 cai4,楊 27 yang2,許 23 xu3,鄭 19 zheng4,謝 18 xie4,郭 15 guo1,洪 15 hong2,邱 15 qiu1,曾 14 zeng1,廖 14 liao4,賴 13 lai4,徐 13 xu2,周 12 zhou1,葉 12 ye4,蘇 11 su1,莊 9 zhuang1,呂 8 lv3,江 8 jiang1,何 8 he2,蕭 7 xiao1,羅 7 luo2,高 7 gao1,潘 6 pan1,簡 6 jian3,朱 6 zhu1,鍾 6 zhong1,彭 5 peng2,游 5 you2,詹 5 zhan1,胡 5 hu2,施 5 shi1,沈 5 shen3,余 5 yu2,盧 4 lu2,梁 4 liang2,趙 4 zhao4,顏 4 yan2,柯 4 ke1,翁 4 weng1,魏 4 wei4,孫 4 sun1,戴 4 dai4,范 3 fan4,方 3 fang1,宋 3 song4,鄧 2 deng4,杜 2 du4,傅 2 fu4,侯 2 hou2,曹 2 cao2,薛 2 xue1,丁 2 ding1,卓 2 zhuo2,馬 2 ma3,阮 2 ruan3,董 2 dong3,唐 2 tang2,溫 2 wen1,藍 2 lan2,石 2 shi2,紀 2 ji3,蔣 2 jiang3,姚 1.5 yao2,康 1.5 kang1,馮 1.5 feng2,巫 1.4 wu1,湯 1.4 tang1,汪 1.4 wang1,白 1.4 bai2,田 1.3 tian2,涂 1.3 tu2,連 1.3 lian2,鄒 1.2 zou1,尤 1.2 you2,古 1.2 gu3,韓 1.2 han2,黎 1.1 li2,龔 1.1 gong1,嚴 1.1 yan2,袁 1 yuan2,金 1 jin1,程 1 cheng2,童 1 tong2,陸 0.9 lu4,錢 0.9 qian2,倪 0.8 ni2,柳 0.7 liu3,夏 0.7 xia4,邵 0.7 shao4,歐 0.9 ou1,辛 0.6 xin1,單 0.1 shan4,解 0.1 xie4,仇 0.1 qiu2,區 0.1 ou1,甘 0.5 gan1,饒 0.5 rao2,卜 0.1 bu3,粘 0.1 nian2,歐陽 0.4 ou1-yang2,張簡 0.3 zhang1-jian3,范姜 0.3 fan4-jiang1,司馬 0.1 si1-ma3,諸葛 0.05 zhu1-ge3,上官 0.1 shang4-guan1,司徒 0.05 si1-tu2`;

export type Surname = { readonly text: string; readonly sound: string };

const rows = TABLE.split(',').map((row) => row.split(' '));

export const SURNAMES: readonly Surname[] = rows.map(([text, , sound]) => ({ text: text!, sound: sound! }));
export const SURNAME_STEPS = cumulate(rows.map(([, share]) => Number(share)));
export const SURNAME_SOUND: ReadonlyMap<string, string> = new Map(SURNAMES.map((s) => [s.text, s.sound]));
