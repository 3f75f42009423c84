// Which characters do given names use, by generation and sex? Drawn by hand from common usage; position matters little in the data,
// so each list serves both. Order is by rough frequency: earlier entries are drawn more often.

export type Generation = 'elder' | 'middle' | 'young';

interface Characters {
  readonly first: string;
  readonly second: string;
}

export const GIVEN_CHARACTERS: Record<Generation, Record<'male' | 'female', Characters>> = {
  elder: {
    male: { first: '金文正國明永清進天水萬榮德火福添春炳坤阿順義慶東信', second: '雄福財山木生來發興旺輝義成源川田龍樹池松海傳吉郎' },
    female: { first: '秀玉美素麗寶春阿月金惠淑碧雪桂瓊彩錦招罔罕滿菊蘭', second: '英蘭玉珠花枝美月琴鳳梅霞貞雲香蓮卿鑾娥緞桃盆子滿' },
  },
  middle: {
    male: { first: '志俊建家文明宗政信國嘉冠智世宏偉柏彥哲銘振啟正仁', second: '豪明宏偉傑賢仁榮銘文雄源良志誠斌昌輝龍彬德欽峰勳' },
    female: { first: '淑美雅怡惠麗佳欣秀玉慧筱婉靜素佩雯鈺詩心宜芳曉郁', second: '芬君玲娟惠華婷慧珍如雯雅芳真萍琪貞儀伶瑜蓉菁潔燕' },
  },
  young: {
    male: { first: '宥宇承品冠柏睿子彥廷浩宸翔凱恩奕祐晉詠家哲禹楷昱', second: '廷翔恩宇軒睿安勳宏豪丞辰齊諺澤毅佑霖誠皓叡綸鈞昕' },
    female: { first: '子詠品宥芷心語恩昕羽妤宜芯思雨采筠沛以亭依欣若庭', second: '涵晴彤妍恩萱瑄潔甯穎蓁安琪霏潼菲瑜桐芸葳馨璇希柔' },
  },
};
