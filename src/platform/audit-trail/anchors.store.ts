import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Reader, Tx } from '../database/transaction.js';
import type { Anchor } from './anchor.js';

export async function insertAnchor(tx: Tx, anchor: Anchor): Promise<void> {
  await tx.query(
    `INSERT INTO audit_anchors (sequence, chain_hash, signed_at, key_id, signature)
     VALUES (?, ?, ?, ?, ?)`,
    [anchor.sequence, anchor.chainHash, anchor.signedAt, anchor.keyId, anchor.signature],
  );
}

export async function lastAnchoredSequence(reader: Reader): Promise<number> {
  const [row]: { last: string | number | null }[] = await reader.query(
    'SELECT MAX(sequence) AS last FROM audit_anchors',
  );
  return Number(row?.last ?? 0);
}

/** All anchors of the database, oldest first. */
export async function listAnchors(reader: Reader): Promise<Anchor[]> {
  const rows: (Omit<Anchor, 'sequence'> & { sequence: string | number })[] = await reader.query(
    `SELECT sequence, chain_hash AS chainHash, signed_at AS signedAt, key_id AS keyId, signature
       FROM audit_anchors ORDER BY sequence`,
  );
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

/** One line a statement, added at the end and never written again. */
export async function appendAnchor(file: string, anchor: Anchor): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // A line that a crash cut short must not swallow this one.
  await appendFile(file, `\n${JSON.stringify(anchor)}\n`, { mode: 0o600, flush: true });
}

/** The statements of the second place; a line that is none comes back as null. */
export async function readAnchorFile(file: string): Promise<(Anchor | null)[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(anchorOf);
}

/** Far longer than one statement. */
const TAIL_BYTES = 4096;

/** The newest statement of the second place, however long the file is; null where there is none. */
export async function lastAnchorElsewhere(path: string): Promise<Anchor | null> {
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    const length = Math.min(size, TAIL_BYTES);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return anchorOf(buffer.toString('utf8').trimEnd().split('\n').at(-1) ?? '');
  } finally {
    await file.close();
  }
}

function anchorOf(line: string): Anchor | null {
  try {
    const { sequence, chainHash, signedAt, keyId, signature } = JSON.parse(line) as Anchor;
    return { sequence, chainHash, signedAt, keyId, signature };
  } catch {
    return null;
  }
}
