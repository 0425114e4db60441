/** A column that holds an instant; every other one is read as it is written. */
export interface Instant {
  readonly instant: string;
}

export const instant = (sql: string): Instant => ({ instant: sql });

type ColumnOf<Value> = Date extends Value ? Instant : string;

/** Rows that are wanted, said so that they can be asked for alone or together with others. */
export interface List<Row> {
  /** What each field of a row is in SQL: text, whole numbers, flags, days, or an `instant`. */
  columns: { readonly [Name in keyof Row]-?: ColumnOf<Row[Name]> };
  /** Tables and conditions. */
  from: string;
  /** Of the question marks, those of the columns first. */
  values: readonly unknown[];
  order?: string;
  limit?: number;
}

type Columns = Readonly<Record<string, string | Instant>>;

const columnsOf = <Row>({ columns }: List<Row>) => Object.entries(columns as unknown as Columns);
const sqlOf = (column: string | Instant) => (typeof column === 'string' ? column : column.instant);

/** The list by itself. */
export function selectAlone<Row>(list: List<Row>): string {
  const columns = columnsOf(list).map(([name, column]) => `${sqlOf(column)} AS \`${name}\``);
  return [
    `SELECT ${columns.join(', ')} FROM ${list.from}`,
    list.order === undefined ? '' : `ORDER BY ${list.order}`,
    list.limit === undefined ? '' : `LIMIT ${Math.trunc(list.limit)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** More than a list of one case ever has: only with a limit does a part of a UNION keep its order. */
const NO_LIMIT = 1_000_000;

/** The list as one part of a UNION ALL: its number, and each row as a JSON array. */
export function selectAsPart<Row>(list: List<Row>, number: number): string {
  const columns = columnsOf(list).map(([, column]) => sqlOf(column));
  const order = list.order === undefined ? '' : `ORDER BY ${list.order}`;
  const limit = Math.trunc(list.limit ?? NO_LIMIT);
  return `(SELECT ${number} AS list, JSON_ARRAY(${columns.join(', ')}) AS content
             FROM ${list.from} ${order} LIMIT ${limit})`;
}

/** The rows of a part as they would have been read alone. */
export function rowsOfPart<Row>(list: List<Row>, contents: readonly unknown[]): Row[] {
  if (contents.length === 0) return [];
  const columns = columnsOf(list);
  return contents.map((content) => {
    // MariaDB gives JSON as text, MySQL's driver as what it means.
    const values = (typeof content === 'string' ? JSON.parse(content) : content) as unknown[];
    const row: Record<string, unknown> = {};
    columns.forEach(([name, column], index) => {
      const value = values[index] ?? null;
      const isAsRead = typeof column === 'string' || value === null;
      row[name] = isAsRead ? value : toInstant(String(value));
    });
    return row as Row;
  });
}

/** `2026-11-20 10:42:00.000000`, in UTC as every connection speaks it. */
function toInstant(text: string): Date {
  return new Date(`${text.slice(0, 10)}T${text.slice(11, 23)}Z`);
}
