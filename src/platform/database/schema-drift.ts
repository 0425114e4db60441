import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../web/project-folder.js';
import type { Reader } from './transaction.js';

/** Written by `npm run schema:snapshot` from a freshly migrated database; a test keeps it true. */
export const SCHEMA_SNAPSHOT = join(projectFolder(), 'src/platform/database/schema-snapshot.json');

/** The schema as sorted lines: tables, columns, indexes, foreign keys. */
export async function readSchema(reader: Reader): Promise<string[]> {
  const [tables, columns, indexes, keys] = await Promise.all([
    reader.query(TABLES),
    reader.query(COLUMNS),
    reader.query(INDEXES),
    reader.query(FOREIGN_KEYS),
  ]);
  const rows = [...tables, ...columns, ...indexes, ...keys] as { line: string }[];
  return rows.map(({ line }) => normal(String(line))).sort();
}

/** What differs from the schema this release was made for, in words; at most ten lines. */
export async function schemaDrift(reader: Reader): Promise<string[]> {
  if (!existsSync(SCHEMA_SNAPSHOT)) return [`The file ${SCHEMA_SNAPSHOT} is missing`];
  const expected = JSON.parse(readFileSync(SCHEMA_SNAPSHOT, 'utf8')) as string[];
  return compareSchemas(expected, await readSchema(reader)).slice(0, 10);
}

export function compareSchemas(expected: readonly string[], found: readonly string[]): string[] {
  const has = new Set(found);
  const wants = new Set(expected);
  return [
    ...expected.filter((line) => !has.has(line)).map((line) => `Schema: missing ${line}`),
    ...found.filter((line) => !wants.has(line)).map((line) => `Schema: unexpected ${line}`),
  ];
}

/** MySQL 8 and MariaDB write the same schema a little differently. */
function normal(line: string): string {
  return line
    .toLowerCase()
    .replace(/\b(tinyint|smallint|mediumint|int|bigint)\(\d+\)/g, '$1')
    .replace(/utf8mb3/g, 'utf8')
    .replace(/\s+default null\b/g, '')
    .replace(/current_timestamp\(\)/g, 'current_timestamp')
    .replace(/\s+/g, ' ')
    .trim();
}

const TABLES = `
  SELECT CONCAT('table ', table_name, ' ', engine, ' ', table_collation) AS line
    FROM information_schema.tables
   WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'`;

const COLUMNS = `
  SELECT CONCAT('column ', table_name, '.', column_name, ' ', column_type,
                IF(is_nullable = 'YES', ' null', ' not null'),
                IF(column_default IS NULL OR column_default = 'NULL', '',
                   CONCAT(' default ', TRIM(BOTH '''' FROM column_default))),
                IF(extra LIKE '%auto_increment%', ' auto_increment', ''),
                IF(collation_name IS NULL, '', CONCAT(' ', collation_name))) AS line
    FROM information_schema.columns WHERE table_schema = DATABASE()`;

const INDEXES = `
  SELECT CONCAT(IF(non_unique = 0, 'unique index ', 'index '), table_name, '.', index_name, ' (',
                GROUP_CONCAT(column_name ORDER BY seq_in_index), ')') AS line
    FROM information_schema.statistics WHERE table_schema = DATABASE()
   GROUP BY table_name, index_name, non_unique`;

const FOREIGN_KEYS = `
  SELECT CONCAT('foreign key ', table_name, '.', constraint_name, ' (',
                GROUP_CONCAT(column_name ORDER BY ordinal_position), ') to ', referenced_table_name,
                ' (', GROUP_CONCAT(referenced_column_name ORDER BY ordinal_position), ')') AS line
    FROM information_schema.key_column_usage
   WHERE table_schema = DATABASE() AND referenced_table_name IS NOT NULL
   GROUP BY table_name, constraint_name, referenced_table_name`;
