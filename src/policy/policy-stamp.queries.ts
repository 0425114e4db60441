import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';

/**
 * What the council set changes seldom and is read with every page. So it is read whole, kept in
 * memory, and asked for again only when the stamp in the database is another: one look at one row
 * by its key, in every process, for every reading. A stamp is never used twice, so what is kept
 * can be older than the database only while the change that made a new stamp is not committed.
 */
export function keptByStamp<T>(
  load: (reader: Reader) => Promise<T>,
): (reader: Reader) => Promise<T> {
  const kept = new WeakMap<object, { stamp: string; value: T }>();
  return async (reader) => {
    const stamp = await ((reader as SteadyReader)[STAMP] ?? readStamp(reader));
    const known = kept.get(reader.dataSource);
    if (known?.stamp === stamp) return known.value;
    const value = await load(reader);
    kept.set(reader.dataSource, { stamp, value });
    return value;
  };
}

const STAMP = Symbol('the stamp of policy, as it was looked at');
type SteadyReader = Reader & { [STAMP]?: Promise<string> };

/**
 * The same reader, for one page or one decision: it looks at the stamp once, now, however many parts
 * of the policy are then read through it, and they all come from one policy.
 */
export function readingOnePolicy(reader: Reader): Reader {
  if ((reader as SteadyReader)[STAMP]) return reader;
  const stamp = readStamp(reader);
  // Whoever reads policy meets the fault; who reads none is not disturbed by it.
  stamp.catch(() => undefined);
  return Object.assign(Object.create(reader) as Reader, { [STAMP]: stamp });
}

async function readStamp(reader: Reader): Promise<string> {
  const [row] = await readList<{ stamp: string }>(reader, {
    columns: { stamp: 'stamp' },
    from: 'policy_stamp WHERE id = 1',
    values: [],
  });
  if (!row) throw new Error('The first policy is missing: run the migrations.');
  return row.stamp;
}
