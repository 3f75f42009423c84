// Taking attachments out: which there are, what is known of them, and their clear content piece by piece.

import type { Instant } from '@anwang/core/time';
import { type Placing, prepared, type Tx } from '../session/index.ts';
import type { FileFacts, FileOwner } from './file-facts.ts';

const columns = [
  'id',
  'county',
  'report_id',
  'case_id',
  'person_id',
  'name_sealed',
  'media_type',
  'size',
  'digest',
  'state',
  'scan',
  'original_of',
  'created_at',
  'created_by',
] as const;
type Row = {
  id: string;
  county: string;
  report_id: string | null;
  case_id: string | null;
  person_id: string | null;
  name_sealed: Buffer;
  media_type: string | null;
  size: number | null;
  digest: Buffer | null;
  state: string;
  scan: string;
  original_of: string | null;
  created_at: Instant;
  created_by: string;
};

const wholeBy = (column: 'report_id' | 'case_id' | 'person_id') =>
  prepared((db, place: Placing<{ id: string }>) =>
    db.selectFrom('files.file').select(columns).where(column, '=', place('id')).where('state', '=', 'whole').orderBy('created_at'),
  );
const wholeOf = { report: wholeBy('report_id'), case: wholeBy('case_id'), person: wholeBy('person_id') } as const;

/** The files of a report, case or person that the actor may see; the names of erased ones are missing with them. */
export async function listFiles(tx: Tx, owner: FileOwner): Promise<FileFacts[]> {
  const rows = await wholeOf[owner.kind](tx, { id: owner.id });
  const names = await tx.keys.openMany(rows.map((row) => row.name_sealed));
  return rows.flatMap((row, at) => {
    const name = names[at];
    return name ? [factsOf(row, name.toString('utf8'))] : [];
  });
}

/** One file's facts. */
export async function findFile(tx: Tx, id: string): Promise<FileFacts | undefined> {
  const row = await tx.selectFrom('files.file').select(columns).where('id', '=', id).where('state', '=', 'whole').executeTakeFirst();
  return row && factsOf(row, await tx.keys.open(row.name_sealed));
}

/** The file under which an original is shown: its copy without metadata. Undefined where there is none. */
export async function findCopy(tx: Tx, original: FileFacts): Promise<FileFacts | undefined> {
  // By its owner, which has an index; there are few files beside it.
  return (await listFiles(tx, original.owner)).find((file) => file.originalOf === original.id);
}

/** The clear content, piece by piece, in order. Audited by the caller's route as `file.read`. */
export async function* readFile(tx: Tx, id: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const row = await tx
      .selectFrom('files.piece')
      .select('sealed')
      .where('file_id', '=', id)
      .where('position', '=', position)
      .executeTakeFirst();
    if (!row) return;
    yield await tx.keys.openBytes(row.sealed);
  }
}

function factsOf(row: Row, name: string): FileFacts {
  const owner: FileOwner | undefined = row.report_id
    ? { kind: 'report', id: row.report_id }
    : row.case_id
      ? { kind: 'case', id: row.case_id }
      : row.person_id
        ? { kind: 'person', id: row.person_id }
        : undefined;
  if (!owner) throw new Error('a file belongs to something');
  return {
    id: row.id,
    owner,
    county: row.county,
    name,
    mediaType: row.media_type,
    size: row.size,
    digest: row.digest?.toString('hex') ?? null,
    state: row.state === 'whole' ? 'whole' : 'uploading',
    scan: row.scan === 'clean' || row.scan === 'infected' || row.scan === 'notScanned' ? row.scan : 'pending',
    originalOf: row.original_of,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
