import {
  type DataSource,
  type EntityManager,
  type EntityMetadata,
  InsertResult,
  UpdateResult,
} from 'typeorm';
import { plainConditions } from './plain-select.js';
import { isPlainTable } from './plain-table.js';

type Row = Readonly<Record<string, unknown>>;
type Target = new () => object;
interface Statement {
  sql: string;
  values: unknown[];
}

/**
 * TypeORM's own ways of writing a row, in short where the wish is plain: its builders take longer to
 * make the statement than the database to carry it out. Whatever is not that plain goes their way.
 * What an insert answers is empty: ids are ours, and nothing else is made by the database.
 */
export function plainWrites(manager: EntityManager) {
  return {
    insert: async (target: Target, row: Row) => {
      const statement = plainInsert(manager.dataSource, target, row);
      if (!statement) return manager.insert(target, row);
      await manager.query(statement.sql, statement.values);
      return new InsertResult();
    },
    update: async (target: Target, where: Row, changes: Row) => {
      const statement = plainUpdate(manager.dataSource, target, { where, changes });
      if (!statement) return manager.update(target, where, changes);
      const raw: { affectedRows: number } = await manager.query(statement.sql, statement.values);
      return Object.assign(new UpdateResult(), { raw, affected: raw.affectedRows });
    },
  };
}

function plainInsert(source: DataSource, target: Target, row: Row): Statement | null {
  const metadata = source.getMetadata(target);
  const written = columnsOf(source, metadata, row, ({ isInsert }) => isInsert);
  if (!written || written.length === 0) return null;
  const names = written.map(({ name }) => name).join(', ');
  const marks = written.map(() => '?').join(', ');
  return {
    sql: `INSERT INTO \`${metadata.tableName}\` (${names}) VALUES (${marks})`,
    values: written.map(({ value }) => value),
  };
}

function plainUpdate(
  source: DataSource,
  target: Target,
  { where, changes }: { where: Row; changes: Row },
): Statement | null {
  const metadata = source.getMetadata(target);
  const written = columnsOf(source, metadata, changes, ({ isUpdate }) => isUpdate);
  const conditions = plainConditions(metadata, where);
  if (!written || written.length === 0 || !conditions || conditions.sql === '') return null;
  const set = written.map(({ name }) => `${name} = ?`).join(', ');
  return {
    sql: `UPDATE \`${metadata.tableName}\` SET ${set} WHERE ${conditions.sql}`,
    values: [...written.map(({ value }) => value), ...conditions.values],
  };
}

/** What is left out stays as the table has it. Null when TypeORM would do more than write these. */
function columnsOf(
  source: DataSource,
  metadata: EntityMetadata,
  row: Row,
  isWritten: (column: EntityMetadata['columns'][number]) => boolean,
): { name: string; value: unknown }[] | null {
  if (!isPlainTable(metadata)) return null;
  const given = Object.entries(row).filter(([, value]) => value !== undefined);
  const written = given.map(([property, value]) => {
    const column = metadata.findColumnWithPropertyName(property);
    return column && isWritten(column) && typeof value !== 'function'
      ? {
          name: `\`${column.databaseName}\``,
          value: source.driver.preparePersistentValue(value, column) as unknown,
        }
      : null;
  });
  return written.includes(null) ? null : written.filter((one) => one !== null);
}
