// Why a search found somebody, in words: which kind of key agreed.
const words: Readonly<Record<string, { zh: string; en: string }>> = {
  name: { zh: '姓名相同', en: 'Same name' },
  namePinyin: { zh: '姓名同音', en: 'Name sounds the same' },
  nameInitials: { zh: '姓名注音首符相同', en: 'Same first Zhuyin symbols' },
  nameMasked: { zh: '姓名部分相同', en: 'Part of the name' },
  nameMaskedYear: { zh: '姓名部分相同，出生年相同', en: 'Part of the name, same year of birth' },
  namePart: { zh: '名字中有這一段', en: 'A part of the name' },
  nameCharacter: { zh: '姓名中有這個字', en: 'This character in the name' },
  nickname: { zh: '綽號或別名相同', en: 'Same nickname' },
  birthSurname: { zh: '生日與姓氏相同', en: 'Same birth date and surname' },
  birthGiven: { zh: '生日與名字相同', en: 'Same birth date and given name' },
  phone: { zh: '電話相同', en: 'Same telephone number' },
  address: { zh: '地址相同', en: 'Same address' },
  identifier: { zh: '證號相同', en: 'Same identity number' },
  identifierMasked: { zh: '證號部分相同', en: 'Part of the identity number' },
};

/** The reason in both languages. */
export const whyWords = (code: string) => ({ code, label: words[code] ?? { zh: '其他資料相同', en: 'Other facts agree' } });
