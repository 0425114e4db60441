import type { ObjectLiteral } from 'typeorm';
import { selectAlone } from './lists.js';
import { plainSelect, type PlainWish } from './plain-select.js';
import type { Tx } from './transaction.js';

/** Reads the one row that is like this and holds it until commit; null when there is none. */
export async function lockRow<T extends ObjectLiteral>(
  tx: Tx,
  target: new () => T,
  where: PlainWish['where'],
): Promise<T | null> {
  const select = plainSelect(tx.dataSource, target, { where });
  if (!select) throw new Error('A row is locked by plain values of its columns.');
  const { list, toEntity } = select;
  const rows: Record<string, unknown>[] = await tx.query(`${selectAlone(list)} FOR UPDATE`, [
    ...list.values,
  ]);
  return rows[0] ? toEntity(rows[0]) : null;
}
