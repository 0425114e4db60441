import type { Application } from '../../../src/applications/applications.store.js';
import { lookAlikeKey } from '../../../src/shared/vehicle-registration.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { startCaseworkBench } from '../casework/casework-bench.js';

export type Searcher = TestBrowser & { staff: { id: string } };

export async function startSearchBench() {
  const bench = await startCaseworkBench();
  const add = (fields: Partial<Application> = {}) => bench.add((it) => it.with(fields));
  return {
    ...bench,
    addCase: add,
    withPlate: (registration: string) =>
      add({ registration, registrationKey: lookAlikeKey(registration) }),
    rows: <Row = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> =>
      bench.desk.database.dataSource.query(sql, values),
    /** No case is left, and a person of his own: sixty searches a minute are for one. */
    async startAfresh(): Promise<Searcher> {
      await bench.desk.database.dataSource.query('DELETE FROM search_terms');
      await bench.empty();
      return bench.desk.signInAs('officer');
    },
  };
}

/** Types it into the box and follows to whatever comes. */
export async function search(typed: string, as: TestBrowser): Promise<Answer> {
  const answer = await as.post('/searches', { typed });
  return answer.location ? as.follow(answer) : answer;
}

/** What the list of results says: reference and reason, in order. */
export function results({ $ }: Answer): [reference: string, why: string][] {
  return $('#found tbody tr')
    .toArray()
    .map((row) => [$(row).find('th').text().trim(), $(row).find('td').first().text().trim()]);
}
