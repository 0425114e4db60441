import type { DataSource } from 'typeorm';
import type { MatrixScene } from './matrix-scene.js';

/** What a refused request may write, and why that is no change of anything. */
export const NOT_COUNTED: Readonly<Record<string, string>> = {
  staff_sessions: 'when a session was last used',
  case_presence: 'who has a case open now; gone after a few minutes',
  conflict_refusals: 'that somebody with an interest tried: the record of the refusal itself',
};

/** Events that say that somebody looked, or was kept from a case. */
const ONLY_COUNTED: Readonly<Record<string, string>> = {
  timeline_events:
    "WHERE type NOT IN ('evidence-viewed', 'conflict-noticed', 'case-opened-by-auditor')",
};

export type Digest = Readonly<Record<string, string>>;

const sums = new WeakMap<DataSource, Promise<string>>();

/** A checksum of each table: what differs between two names what was changed. */
export async function digestOf({ desk }: Pick<MatrixScene, 'desk'>): Promise<Digest> {
  const { dataSource } = desk.database;
  const asked = sums.get(dataSource) ?? questionFor(dataSource);
  sums.set(dataSource, asked);
  const rows: { name: string; sum: string }[] = await dataSource.query(await asked);
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** One question for all tables. Their own CHECKSUM is no use: generated columns make it waver. */
async function questionFor(dataSource: DataSource): Promise<string> {
  const tables: { name: string; columns: string }[] = await dataSource.query(
    `SELECT TABLE_NAME AS name, GROUP_CONCAT(CONCAT('QUOTE(\`', COLUMN_NAME, '\`)')) AS columns
       FROM information_schema.COLUMNS JOIN information_schema.TABLES USING (TABLE_SCHEMA, TABLE_NAME)
      WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'
        AND COALESCE(GENERATION_EXPRESSION, '') = ''
      GROUP BY TABLE_NAME`,
  );
  return tables
    .filter(({ name }) => !(name in NOT_COUNTED))
    .map(
      ({ name, columns }) =>
        `SELECT '${name}' AS name,
            CONCAT(COUNT(*), ' ', COALESCE(SUM(CRC32(CONCAT_WS(',', ${columns}))), 0)) AS sum
           FROM \`${name}\` ${ONLY_COUNTED[name] ?? ''}`,
    )
    .join('\nUNION ALL ');
}

/** The tables in which two digests differ. */
export function changesBetween(one: Digest, other: Digest): string[] {
  return Object.keys(other).filter((table) => one[table] !== other[table]);
}
