// Which characters are taken for another by eye, and which are written in another form?
// Written by hand for the generator; the matcher's tables come from other sources and are not read here.

/** Groups whose members are mistaken for one another by eye or by a scanner. */
const SHAPES =
  '宇字宁 君群郡 明朋 傑桀 偉緯瑋 志忘忠 哲晢 華葉曄 昱昌昊 玟玫 瑄暄 萱宣 廷延庭 丞烝 柏伯相 妤好 瑜渝 淑椒 惠患 慧彗 芬芳芥 禎楨偵 蓁榛臻 佩珮 沛柿 瑞端 宸晨辰 恩思息 娟捐涓 雲雪雷 萍苹 蓮連漣 鳳凰 清青晴睛 義儀議 榮螢 旺汪 福副 順須 金全 水永氷 木本禾 土士 玉王主 美羡 秀季禿 桂挂 珠株 嬌橋 冠寇 翔翊 凱剴 威戚 佑佐 俊竣峻駿 豪毫 宏宕 建健 國圓 家冢 雄雉 輝煇 仁任什 政改 進淮 東束柬 隆降 源原沅 裕浴 均鈞 博搏傅 韋葦 皓浩晧 倫淪論 詩侍 涵函 筱攸 品晶 芷芒 穎潁頴 郁都 芸云 彤彬形 語話 珊姍 琳淋 姿婆 孟盂 馨磬 亭停享 淇琪祺棋 嘉喜 昕欣祈 瑛英 莉荊 枝技 城誠 勝騰 陳陣 林材 黃寅 張帳 李季 吳昊 蔡察 楊揚 許計 鄭鄧 郭敦 洪共 邱丘 曾會 廖寥 徐除 周同 江汪 何河阿 蕭簫 高亮 潘播 簡筒 朱未宋 鍾鐘 游遊 詹瞻 胡湖 施旋 沈沉 余佘 盧廬 梁粱 趙超 柯何 戴載 范苑 方万 杜社 侯候 薛薜 董薰 唐康 藍籃 石右 紀記 蔣將 白自 涂塗 田由 程稈';

/** Pairs: usual form and another form of the same character. */
const VARIANTS =
  '黃黄 臺台 峰峯 溫温 啟啓 惠恵 真眞 青靑 清淸 強强 群羣 妍姸 晉晋 顏顔 德徳 為爲 衛衞 呂吕 吳吴 恆恒 勳勛 珮佩 瑤瑶 彥彦 靜静 郎郞 韻韵 教敎 峻埈 麗麗 秀秀 慈慈 瑩莹 勝勝 裕裕 福福 產産 鍾鐘 榮栄 國囯 寶宝 廣広 豐豊 濱浜 澤沢 桜櫻 龍竜 雲云 傑杰 祐佑 柏栢 美美';

/** Pairs: form used in Taiwan and simplified form. */
const SIMPLIFIED =
  '陳陈 黃黄 張张 劉刘 楊杨 許许 鄭郑 謝谢 賴赖 葉叶 蘇苏 莊庄 呂吕 蕭萧 羅罗 簡简 鍾钟 盧卢 趙赵 顏颜 孫孙 鄧邓 馬马 溫温 藍蓝 紀纪 蔣蒋 連连 吳吴 馮冯 湯汤 鄒邹 韓韩 龔龚 嚴严 陸陆 錢钱 歐欧 陽阳 單单 區区 饒饶 諸诸 國国 偉伟 銘铭 榮荣 輝辉 勝胜 華华 龍龙 義义 東东 慶庆 聰聪 進进 傑杰 軒轩 凱凯 瑋玮 駿骏 聖圣 韋韦 諺谚 倫伦 鈞钧 蘭兰 鳳凤 嬌娇 滿满 銀银 緞缎 貞贞 麗丽 雲云 瓊琼 蓮莲 靜静 儀仪 詩诗 語语 潔洁 禎祯 財财 發发 壽寿 順顺 萬万 來来 興兴 貴贵 寶宝 賢贤 誠诚 達达 樹树 長长 樂乐 筑筑 瑤瑶 彥彦 妍妍 蓁蓁';

const pairs = (list: string): Map<string, string> =>
  new Map(
    list
      .split(' ')
      .map((pair): [string, string] => [[...pair][0]!, [...pair][1]!])
      .filter(([a, b]) => a !== b),
  );

/** Character → characters that look like it. */
export const LOOKALIKE: ReadonlyMap<string, readonly string[]> = (() => {
  const map = new Map<string, string[]>();
  for (const group of SHAPES.split(' ')) {
    const members = [...group];
    for (const a of members) map.set(a, [...(map.get(a) ?? []), ...members.filter((b) => b !== a)]);
  }
  return map;
})();

export const VARIANT: ReadonlyMap<string, string> = pairs(VARIANTS);
export const SIMPLE: ReadonlyMap<string, string> = pairs(SIMPLIFIED);
