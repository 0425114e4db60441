import type { ColumnType, EntityMetadata } from 'typeorm';

/**
 * Kinds of columns that we read and write exactly as TypeORM does, alone or as JSON beside other
 * lists. Bytes, decimals, times and whatever the database makes of JSON are not among them.
 */
const PLAIN_KINDS = new Set<ColumnType>([
  ...(['char', 'varchar', 'text', 'int', 'smallint', 'bigint'] as const),
  ...(['boolean', 'date', 'datetime'] as const),
]);

const known = new WeakMap<EntityMetadata, boolean>();

/** Whether a row of this table is its columns and nothing more: no relation, no act of TypeORM's own. */
export function isPlainTable(metadata: EntityMetadata): boolean {
  const before = known.get(metadata);
  if (before !== undefined) return before;
  const isPlain =
    metadata.tableType === 'regular' &&
    [metadata.relations, metadata.embeddeds, metadata.listeners].every((no) => no.length === 0) &&
    metadata.columns.every(
      (column) =>
        PLAIN_KINDS.has(column.type) &&
        column.isSelect &&
        !column.isGenerated &&
        column.generatedType === undefined &&
        !(column.isCreateDate || column.isUpdateDate || column.isDeleteDate || column.isVersion),
    );
  known.set(metadata, isPlain);
  return isPlain;
}
