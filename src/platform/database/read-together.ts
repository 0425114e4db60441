import { type List, rowsOfPart, selectAlone, selectAsPart } from './lists.js';
import { plainFinds } from './plain-finds.js';
import type { Reader } from './transaction.js';

/** The rows of one list; by a reader that is `readingTogether`, with whatever else is asked for. */
export async function readList<Row extends object>(
  reader: Reader,
  list: List<Row>,
): Promise<Row[]> {
  const turn = (reader as GatheringReader)[TURN];
  if (turn) return turn.add(list);
  return reader.query(selectAlone(list), [...list.values]);
}

/**
 * The same reader, for pages that read many short lists: what is asked for at the same time, by
 * `readList`, `find`, `findBy` or `findOneBy`, goes to the database as one statement, and each list
 * comes back to whoever asked. So ask at the same time: `Promise.all`, not one `await` after another.
 */
export function readingTogether(reader: Reader): Reader {
  if ((reader as GatheringReader)[TURN]) return reader;
  const turn = new Turn(reader);
  const finds = plainFinds(reader, (list) => turn.add(list));
  return Object.assign(Object.create(reader) as Reader, finds, { [TURN]: turn });
}

const TURN = Symbol('what is asked for together');
type GatheringReader = Reader & { [TURN]?: Turn };

interface Wish {
  sql(number: number): string;
  values: readonly unknown[];
  answer(contents: unknown[]): void;
  fail(error: unknown): void;
}

/** Gathers what is asked for until the code has nothing left to do but wait, then asks. */
class Turn {
  private wishes: Wish[] = [];

  constructor(private readonly reader: Reader) {}

  add<Row>(list: List<Row>): Promise<Row[]> {
    // The next tick comes when every promise that could go on has gone on.
    if (this.wishes.length === 0) process.nextTick(() => void this.send());
    return new Promise((resolve, reject) => {
      this.wishes.push({
        sql: (number) => selectAsPart(list, number),
        values: list.values,
        answer: (contents) => resolve(rowsOfPart(list, contents)),
        fail: reject,
      });
    });
  }

  private async send(): Promise<void> {
    const wishes = this.wishes;
    this.wishes = [];
    try {
      const rows: { list: number; content: unknown }[] = await this.reader.query(
        wishes.map(({ sql }, number) => sql(number)).join(' UNION ALL '),
        wishes.flatMap(({ values }) => values),
      );
      const contents: unknown[][] = wishes.map(() => []);
      for (const { list, content } of rows) contents[Number(list)]?.push(content);
      wishes.forEach(({ answer }, number) => answer(contents[number] ?? []));
    } catch (error) {
      wishes.forEach(({ fail }) => fail(error));
    }
  }
}
