import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, openDuckdb } from '../engine/index.ts';
import { layOutInput } from '../run/input.ts';
import { LinkageProblem, type LoadOptions, load, wordsOf } from './index.ts';

let engine: Engine;
let folder: string;

beforeAll(async () => {
  engine = await openDuckdb({ threads: 1 });
  folder = await mkdtemp(join(tmpdir(), 'linkage-io-'));
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true });
});

const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

const read = async (files: readonly string[], options: Partial<LoadOptions> = {}) => {
  const loaded = await load(engine, files, { table: 't', needed: [], ...options });
  const rows = await engine.rows<Record<string, string | null>>('SELECT * FROM t');
  return { ...loaded, table: rows.map((row) => Object.values(row)) };
};

/** 陳小明 and 林怡君 in Big5. */
const BIG5_CHEN = [0xb3, 0xaf, 0xa4, 0x70, 0xa9, 0xfa];
const BIG5_LIN = [0xaa, 0x4c, 0xa9, 0xc9, 0xa7, 0x67];
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((p) => (typeof p === 'string' ? Buffer.from(p) : Buffer.from(p))));

describe('delimited text', () => {
  it('reads quotes, line breaks in fields, CRLF, blank lines and a byte order mark', async () => {
    const path = await file('a.csv', '\uFEFFid,name,note\r\n1,"陳, 小明","said ""hi""\r\nthen left"\r\n\r\n2,O"Neil,5" tall\r\n');
    const { columns, table } = await read([path]);
    expect(columns).toEqual(['id', 'name', 'note']);
    expect(table).toEqual([
      ['1', '陳, 小明', 'said "hi"\r\nthen left'],
      ['2', 'O"Neil', '5" tall'],
    ]);
  });

  it('tells tabs, semicolons and bars apart by the header line', async () => {
    for (const [name, d] of [
      ['a.tsv', '\t'],
      ['b.csv', ';'],
      ['c.csv', '|'],
    ] as const) {
      const path = await file(name, `id${d}full, name\n1${d}王\n`);
      expect((await read([path])).table).toEqual([['1', '王']]);
    }
  });

  it('fills short records, cuts long ones and says so', async () => {
    const path = await file('ragged.csv', 'id,a,b\n1,x\n2,x,y,z\n3,x,y\n');
    const { table, notes } = await read([path]);
    expect(table).toEqual([
      ['1', 'x', null],
      ['2', 'x', 'y'],
      ['3', 'x', 'y'],
    ]);
    expect(notes[0]?.words.en).toMatch(/^2 records .*line 2\)/);
  });

  it('reads Big5, and files that mix it with UTF-8 line by line', async () => {
    const big5 = await file('big5.csv', bytes('id,name\n1,', BIG5_CHEN, '\n2,', BIG5_LIN, '\n'));
    const one = await read([big5]);
    expect(one.table).toEqual([
      ['1', '陳小明'],
      ['2', '林怡君'],
    ]);
    expect(one.notes.map((n) => n.code)).toEqual(['big5']);
    const mixed = await file('mixed.csv', bytes('id,name\n1,', BIG5_CHEN, '\n2,林怡君\n'));
    const two = await read([mixed]);
    expect(two.table).toEqual([
      ['1', '陳小明'],
      ['2', '林怡君'],
    ]);
    expect(two.notes.map((n) => n.code)).toEqual(['mixed-encodings']);
    const stacked = await read([big5, await file('utf8.csv', 'id,name\n3,𠮷野家\n')]);
    expect(stacked.table.map((row) => row[1]).sort()).toEqual(['林怡君', '陳小明', '𠮷野家'].sort());
  });

  it('reads UTF-16 by its mark', async () => {
    const path = await file('wide.csv', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('id,name\n1,林怡君\n', 'utf16le')]));
    expect((await read([path])).table).toEqual([['1', '林怡君']]);
  });

  it('keeps a string of a megabyte and replaces bytes that mean nothing', async () => {
    const long = '長'.repeat(350_000);
    const path = await file('long.csv', bytes(`id,text\n1,${long}\n2,`, [0xff, 0xfe, 0xff], '\n'));
    const { table, notes } = await read([path]);
    expect(table[0]?.[1]).toBe(long);
    expect(table[1]?.[1]).toContain('\uFFFD');
    expect(notes.map((n) => n.code)).toContain('broken-bytes');
  });

  it('takes a column that one of several files lacks as empty, and says so', async () => {
    const a = await file('p.csv', 'id,name\n1,x\n');
    const b = await file('q.csv', 'id\n2\n');
    const { table, notes } = await read([a, b], { needed: ['id'], wanted: ['name'] });
    expect(table).toEqual([
      ['1', 'x'],
      ['2', null],
    ]);
    expect(notes.map((n) => n.code)).toEqual(['missing-column']);
  });
});

describe('JSON lines and Parquet', () => {
  it('reads objects of differing keys, numbers, nested values and lone surrogates', async () => {
    const path = await file('a.jsonl', '{"id":1,"name":"a"}\n\n{"id":2,"name":"x\\ud800y","tags":["p"]}\n');
    expect((await read([path])).table).toEqual([
      ['1', 'a', null],
      ['2', 'x\uFFFDy', '["p"]'],
    ]);
  });

  it('reads JSON lines in Big5 and says so', async () => {
    const path = await file('big5.jsonl', bytes('{"name":"', BIG5_CHEN, '"}\n'));
    const { table, notes } = await read([path]);
    expect(table).toEqual([['陳小明']]);
    expect(notes.map((n) => n.code)).toEqual(['big5']);
  });

  it('reads every plain Parquet type as text', async () => {
    const path = join(folder, 'types.parquet');
    await engine.copyOut(
      `SELECT 7::BIGINT AS id, 12.0::DOUBLE AS zip, 1.5::DOUBLE AS half, DATE '1990-02-03' AS day, TIMESTAMP '1990-02-03' AS moment, '' AS none, true AS flag`,
      path,
    );
    expect((await read([path])).table).toEqual([['7', '12', '1.5', '1990-02-03', '1990-02-03', null, 'true']]);
  });

  it('stacks formats', async () => {
    const parquet = join(folder, 's.parquet');
    await engine.copyOut(`SELECT '9' AS id, 'p' AS name`, parquet);
    const { table } = await read([parquet, await file('s.csv', 'name,id\nc,8\n'), await file('s.jsonl', '{"id":"7","name":"j"}\n')], {
      needed: ['id'],
      wanted: ['name'],
    });
    expect(table.sort()).toEqual([
      ['7', 'j'],
      ['8', 'c'],
      ['9', 'p'],
    ]);
  });
});

describe('problems', () => {
  const cases: [string, () => Promise<string>, RegExp, RegExp, Partial<LoadOptions>][] = [
    ['no-file', async () => join(folder, 'nowhere.csv'), /There is no file .*nowhere\.csv/, /找不到檔案/, {}],
    ['not-a-file', async () => folder, /is a folder/, /是資料夾/, {}],
    ['empty-file', () => file('empty.csv', ''), /is empty \(0 bytes\)/, /是空的/, {}],
    ['no-rows', () => file('header.csv', 'id,name\n'), /header but no rows/, /只有標題列/, {}],
    ['no-rows', () => file('blank.jsonl', '\n\n'), /no rows/, /沒有任何資料列/, {}],
    ['unknown-format', () => file('a.xlsx', 'PK'), /format .* cannot be told/, /看不出/, {}],
    ['bad-parquet', () => file('cut.parquet', `PAR1${'x'.repeat(40)}`), /not a whole Parquet file/, /不是完整的 Parquet/, {}],
    ['bad-parquet', () => file('text.parquet', 'id,name\n1,a\n'), /not a whole Parquet file/, /不是完整的 Parquet/, {}],
    ['open-quote', () => file('quote.csv', 'id,name\n1,a\n2,"b\n3,c\n'), /Line 3 .* opens a quote/, /第 3 列開了引號/, {}],
    ['bad-json', () => file('bad.jsonl', '{"id":1}\n{"id":}\n'), /Line 2 .* not a JSON object/, /第 2 列不是 JSON/, {}],
    ['json-array', () => file('array.json', '[{"id":1}]\n'), /one JSON array/, /JSON 陣列/, {}],
    ['unknown-column', () => file('b.csv', 'id,name\n1,a\n'), /no column “birth”.*id, name/, /沒有「birth」/, { wanted: ['birth'] }],
    [
      'bad-encoding',
      () => file('c.csv', bytes('id,name\n1,', BIG5_CHEN, '\n')),
      /cannot be read as utf-8/,
      /不能以 utf-8/,
      { encoding: 'utf-8' },
    ],
  ];
  it.each(cases)('says %s in both languages', async (code, make, en, zh, options) => {
    const path = await make();
    const thrown = await read([path], options).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(thrown).toBeInstanceOf(LinkageProblem);
    const { problem } = thrown as LinkageProblem;
    expect(problem.code).toBe(code);
    expect(wordsOf(problem).en).toMatch(en);
    expect(wordsOf(problem).zh).toMatch(zh);
  });

  it('refuses nested Parquet columns only when they are wanted', async () => {
    const path = join(folder, 'nested.parquet');
    await engine.copyOut(`SELECT '1' AS id, [1, 2] AS list`, path);
    await expect(read([path], { wanted: ['id'] })).resolves.toMatchObject({ rows: 1 });
    await expect(read([path], { wanted: ['list'] })).rejects.toMatchObject({ problem: { code: 'nested-column', column: 'list' } });
  });
});

describe('a Parquet file of many rows', () => {
  it('stays where it lies, with its rows numbered, and gives the rows that a copy gives', async () => {
    const path = join(folder, 'many.parquet');
    await engine.copyOut("SELECT i AS id, CASE WHEN i % 3 = 0 THEN '' ELSE '王' || i END AS name, 1 AS unused FROM range(5000) t(i)", path);
    const wanted = { needed: ['id'], wanted: ['name'] };
    const copied = await load(engine, [path], { table: 'copied', ...wanted });
    const left = await load(engine, [path], { table: 'left_there', ...wanted, inPlaceFrom: 5000 });
    expect([copied.rows, copied.rowNumber, left.rows, left.rowNumber]).toEqual([5000, undefined, 5000, 'lk_row']);
    const unlike = await engine.rows(
      'SELECT * FROM copied c FULL JOIN left_there l ON l.id = c.id WHERE l.name IS DISTINCT FROM c.name OR l.lk_row <> CAST(l.id AS INTEGER)',
    );
    expect(unlike).toEqual([]);
    await layOutInput(engine, {
      sources: [{ name: 's', table: 'left_there', id: 'id', rowNumber: left.rowNumber! }],
      roles: [{ column: 'name', role: 'full-name' }],
    });
    expect(await engine.rows('SELECT rid, lk_id, name FROM lk_input WHERE rid = 4999')).toEqual([
      { rid: 4999, lk_id: '4999', name: '王4999' },
    ]);
  });

  it('is copied where it is small, is one of several, or has a row number of its own', async () => {
    const path = join(folder, 'few.parquet');
    await engine.copyOut('SELECT 1 AS id, 2 AS lk_row', path);
    for (const [files, inPlaceFrom] of [
      [[path], 2],
      [[path, path], 1],
      [[path], 1],
    ] as const) {
      expect((await load(engine, files, { table: 'u', needed: ['id'], inPlaceFrom })).rowNumber).toBeUndefined();
    }
  });
});
