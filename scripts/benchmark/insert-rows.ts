/** One connection of the database: session settings and transactions are its own. */
export interface Connection {
  query(sql: string, values?: unknown[]): Promise<unknown>;
}

export type Row = Readonly<Record<string, string | number | boolean | Date | null>>;

/** Rows of several tables, written together in the order the tables were first named. */
export class RowBatch {
  private readonly tables = new Map<string, Row[]>();

  add(table: string, row: Row): void {
    const rows = this.tables.get(table);
    if (rows) rows.push(row);
    else this.tables.set(table, [row]);
  }

  /** One statement a table; every row of a table has the columns of its first one. */
  async write(connection: Connection): Promise<void> {
    for (const [table, rows] of this.tables) {
      const columns = Object.keys(rows[0] ?? {});
      if (table === 'search_terms') rows.sort(byTerm);
      await connection.query(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ?`, [
        rows.map((row) => columns.map((column) => row[column])),
      ]);
    }
    this.tables.clear();
  }
}

/** In the order of their key: each page of the index is touched once a batch. */
function byTerm(one: Row, other: Row): number {
  const [a, b] = [
    `${String(one['kind'])} ${String(one['term'])}`,
    `${String(other['kind'])} ${String(other['term'])}`,
  ];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Many rows at once on a connection of one's own: what is checked row by row is put off. */
export async function inBulk(connection: Connection, work: () => Promise<void>): Promise<void> {
  await connection.query('SET SESSION unique_checks = 0, SESSION foreign_key_checks = 0');
  try {
    await work();
  } finally {
    await connection.query('SET SESSION unique_checks = 1, SESSION foreign_key_checks = 1');
  }
}
