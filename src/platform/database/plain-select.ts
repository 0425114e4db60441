import {
  type ColumnType,
  type DataSource,
  type EntityMetadata,
  type EntityTarget,
  FindOperator,
  type ObjectLiteral,
} from 'typeorm';
import { instant, type List } from './lists.js';
import { isPlainTable } from './plain-table.js';

/** What a row is found by. */
export interface PlainWish {
  where: Readonly<Record<string, unknown>>;
  order?: Readonly<Record<string, unknown>>;
  limit?: number;
}

export interface PlainSelect<T> {
  /** Its fields have the names of the columns. */
  list: List<Record<string, unknown>>;
  /** One row of the answer as TypeORM would have made it. */
  toEntity(row: Readonly<Record<string, unknown>>): T;
}

/**
 * Most of what is read is "the rows of this case, in this order". Such a SELECT is written here
 * directly, which costs a third of TypeORM's general way. Null for whatever is not that plain.
 */
export function plainSelect<T extends ObjectLiteral>(
  source: DataSource,
  target: EntityTarget<T>,
  { where, order = {}, limit }: PlainWish,
): PlainSelect<T> | null {
  const metadata = source.getMetadata(target);
  if (!isPlainTable(metadata)) return null;
  const conditions = plainConditions(metadata, where);
  const places = Object.entries(order).map(([name, way]) => place(metadata, name, way));
  if (!conditions || places.includes(null)) return null;
  return {
    list: {
      columns: columnsOf(metadata),
      from: `\`${metadata.tableName}\`${conditions.sql === '' ? '' : ` WHERE ${conditions.sql}`}`,
      values: conditions.values,
      ...(places.length > 0 ? { order: places.join(', ') } : {}),
      ...(limit === undefined ? {} : { limit }),
    },
    toEntity: (row) => entityOf<T>(source, metadata, row),
  };
}

interface Condition {
  sql: string;
  values: unknown[];
}

/** All of them together; null when one is not plain. */
export function plainConditions(metadata: EntityMetadata, where: PlainWish['where']) {
  const found = Object.entries(where).map(([name, value]) => condition(metadata, name, value));
  if (found.includes(null)) return null;
  const conditions = found.filter((one) => one !== null);
  return {
    sql: conditions.map(({ sql }) => sql).join(' AND '),
    values: conditions.flatMap(({ values }) => values),
  } satisfies Condition;
}

function condition(metadata: EntityMetadata, name: string, value: unknown): Condition | null {
  const column = metadata.findColumnWithPropertyName(name);
  if (!column || column.transformer) return null;
  const written = `\`${column.databaseName}\``;
  if (value instanceof FindOperator) {
    return value.type === 'isNull' ? { sql: `${written} IS NULL`, values: [] } : null;
  }
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;
  return isPlain ? { sql: `${written} = ?`, values: [value] } : null;
}

function place(metadata: EntityMetadata, name: string, way: unknown): string | null {
  const column = metadata.findColumnWithPropertyName(name);
  return column && (way === 'ASC' || way === 'DESC') ? `\`${column.databaseName}\` ${way}` : null;
}

type Columns = List<Record<string, unknown>>['columns'];

const knownColumns = new WeakMap<EntityMetadata, Columns>();

function columnsOf(metadata: EntityMetadata): Columns {
  const known = knownColumns.get(metadata);
  if (known !== undefined) return known;
  const columns = Object.fromEntries(
    metadata.columns.map(({ databaseName, type }) => {
      const written = `\`${databaseName}\``;
      return [databaseName, type === 'datetime' ? instant(written) : written];
    }),
  ) as Columns;
  knownColumns.set(metadata, columns);
  return columns;
}

/** What mysql2 gives for these is what an entity holds. */
const AS_READ = new Set<ColumnType>(['varchar', 'char', 'text', 'int', 'smallint']);

function entityOf<T>(
  source: DataSource,
  metadata: EntityMetadata,
  row: Readonly<Record<string, unknown>>,
): T {
  const entity = Object.create((metadata.target as { prototype: object }).prototype) as Record<
    string,
    unknown
  >;
  for (const column of metadata.columns) {
    const value = row[column.databaseName];
    const isAsRead = column.transformer === undefined && AS_READ.has(column.type);
    entity[column.propertyName] = isAsRead
      ? value
      : (source.driver.prepareHydratedValue(value, column) as unknown);
  }
  return entity as T;
}
