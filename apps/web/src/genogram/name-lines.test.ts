// Names under the symbols of a genogram.
import { expect, test } from 'vitest';
import { nameLines } from './name-lines.ts';

test.each([
  ['王建明', ['王建明']],
  ['歐陽震華', ['歐陽震華']],
  ['Ciwas Noming', ['Ciwas', 'Noming']],
  ['高德寶格督薩爾依諾', ['高德寶格督', '薩爾依諾']],
  ['小明（綽號阿弟）', ['小明', '（綽號阿…']],
  ['Chandrasekharan', ['Chandrase…']],
  ["Nur'aini", ["Nur'aini"]],
  ['Savungaz Valincinan Istanda', ['Savungaz', 'Valincina…']],
  ['谷辣斯·尤達卡·巴拉拉福·伊斯瑪哈單', ['谷辣斯·', '尤達卡·巴…']],
  ['拉罕‧羅幸', ['拉罕‧羅幸']],
  ['陳𠮷', ['陳𠮷']],
  ['𡈽屋太郎', ['𡈽屋太郎']],
])('%s stands as %j', (name, lines) => {
  expect(nameLines(name)).toEqual(lines);
});
