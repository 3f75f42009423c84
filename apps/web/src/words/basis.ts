// What a clock or a rule rests on, as the packs cite it (兒少權法54): in English by the official English names of the laws (Laws and Regulations Database, 法務部
// 全國法規資料庫; all compared with its pages or papers that cite them but those of personal data and narcotics, which are from memory).
// Articles stay as they are; what is not known here stays as cited. Two ordinances are cited in the packs by their number in that database (D0050181), which nobody
// says: they are shown by name, shortened, from memory in both languages.
import { language } from './locale.ts';

const laws: readonly (readonly [zh: string, en: string])[] = [
  ['兒少權法', 'Protection of Children and Youths Welfare and Rights Act'],
  ['家暴法', 'Domestic Violence Prevention Act'],
  ['社會救助法', 'Public Assistance Act'],
  ['性侵法', 'Sexual Assault Crime Prevention Act'],
  ['個資法', 'Personal Data Protection Act'],
  ['少事法', 'Juvenile Justice Act'],
  ['自殺防治法', 'Suicide Prevention Act'],
  ['精神衛生法', 'Mental Health Act'],
  ['老人福利法', 'Senior Citizens Welfare Act'],
  ['身心障礙者權益保障法', 'People with Disabilities Rights Protection Act'],
  ['長期照顧服務法', 'Long-Term Care Services Act'],
  ['毒品危害防制條例', 'Narcotics Hazard Prevention Act'],
  ['強迫入學條例', 'Compulsory Education Act'],
];
/** Ordinances by number. */
const ordinances: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['D0050181', '脆弱家庭兒少通報協助辦法', 'Regulations on children of vulnerable families'],
  ['D0050009', '兒少保護通報處理及調查辦法', 'Regulations on reports and investigation of child protection'],
];
/** Custom and design, in the words of the field. */
const others: Readonly<Record<string, string>> = {
  本系統設計: 'design of this system',
  實務: 'practice',
  '24 小時內完成派案': 'dispatched within 24 hours',
  '24小時內完成派案（計畫）': 'dispatched within 24 hours (plan)',
  '實務：高危 24 小時內聯繫': 'practice: high danger, contact within 24 hours',
  '實務：三個工作日內聯繫': 'practice: contact within three working days',
  '強化社會安全網計畫2.0 關鍵績效指標': 'key performance indicators of the plan, second phase',
  本市派案規定: 'dispatch rules of the city',
  本縣派案規定: 'dispatch rules of the county',
  本縣結案規定: 'closing rules of the county',
  本縣山區服務規定: 'rules of the county for mountain areas',
  本地規定: 'local rules',
};

function english(cited: string): string {
  const law = laws.find(([zh]) => cited.startsWith(zh));
  if (law === undefined) return others[cited] ?? cited;
  const article = cited.slice(law[0].length).trim();
  return article === '' ? law[1] : `${law[1]} ${article}`;
}

/** An ordinance by its name: D0050181-5-I becomes 脆弱家庭兒少通報協助辦法5-I. */
function named(cited: string, en: boolean): string {
  const found = ordinances.find(([id]) => cited.startsWith(id));
  if (found === undefined) return cited;
  const article = cited.slice(found[0].length).replace(/^-/, '');
  return en ? [found[2], article].filter(Boolean).join(' ') : `${found[1]}${article}`;
}

/** A cited basis in the language of the screen. */
export function basisWord(basis: string): string {
  const en = language() === 'en';
  return basis
    .split(/;\s*/)
    .map((one) => (en ? english(named(one, en)) : named(one, en)))
    .join(en ? '; ' : '；');
}
