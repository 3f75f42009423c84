import { describe, expect, it } from 'vitest';
import { proposeRoles } from './index.ts';

const sample = (column: string, values: (string | null)[], unique = false) => ({ column, values, unique });
const rolesOf = (samples: Parameters<typeof proposeRoles>[0]) =>
  Object.fromEntries(proposeRoles(samples).columns.map((c) => [c.column, c.role]));

describe('proposeRoles', () => {
  it('knows the columns of a Taiwanese register by their values alone', () => {
    const profile = proposeRoles([
      sample('c1', ['1', '2', '3', '4'], true),
      sample('c2', ['陳小明', '林怡君', '歐陽○', '王大'], true),
      sample('c3', ['A123456789', 'B2********', 'Ａ１２３４５６７８９', null]),
      sample('c4', ['0750312', '民國75年3月12日', '1986-03-12', '75/3/12']),
      sample('c5', ['0912-345-678', '(02)23456789', '+886912345678', null]),
      sample('c6', ['臺北市大安區和平東路一段1號', '大安區和平東路1段1號', '高雄市三民區建國路2號', null]),
      sample('c7', ['男', 'F', '1', '女']),
    ]);
    expect(profile.locale).toBe('zh-TW');
    expect(profile.id).toBe('c1');
    expect(profile.columns.map((c) => c.role)).toEqual([null, 'full-name', 'identifier', 'birth-date', 'phone', 'address', 'sex']);
  });

  it('knows English columns by name and value', () => {
    expect(
      rolesOf([
        sample('rec_id', ['r1', 'r2', 'r3'], true),
        sample('given_name', ['mitchell', 'harley', 'ann']),
        sample('surname', ['green', 'mccarthy', 'ball']),
        sample('date_of_birth', ['19560409', '19080419', null]),
        sample('soc_sec_id', ['1804974', '6089216', '2185997']),
        sample('postcode', ['2119', '3165', '2185']),
        sample('suburb', ['cleveland', 'marsden', 'granville']),
        sample('email', ['a@b.net', 'c@d.org', null]),
        sample('cluster', ['1', '1', '2']),
      ]),
    ).toEqual({
      rec_id: null,
      given_name: 'given-name',
      surname: 'surname',
      date_of_birth: 'birth-date',
      soc_sec_id: 'identifier',
      postcode: 'postcode',
      suburb: 'place',
      email: 'email',
      cluster: null,
    });
  });

  it('takes the name of an organisation for free text, not for a person', () => {
    expect(
      rolesOf([
        sample('Site name', ['Gads Hill Center', "Chicago Commons St Catherine's", 'Kids Place']),
        sample('name', ['Ann Lee', 'Bo Ray', 'Cy Fox']),
      ]),
    ).toEqual({ 'Site name': 'free-text', name: 'full-name' });
  });

  it('leaves out what is empty, constant or not told, and says why', () => {
    const profile = proposeRoles([sample('a', [null, '']), sample('b', ['x', 'x']), sample('q', ['u1', 'w7z', 'k'])]);
    expect(profile.columns.map((c) => [c.role, c.reasons[0]?.en])).toEqual([
      [null, 'it is empty'],
      [null, 'it is the same in every row and helps nothing'],
      [null, 'its role cannot be told; name it yourself if it matters'],
    ]);
  });
});
