import { randomUUID } from 'node:crypto';
import { insertInterest } from '../../../src/conflicts-of-interest/declared-interests.store.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aStuckPayment, type CaseworkBench, hours, startCaseworkBench } from './casework-bench.js';

let bench: CaseworkBench;
beforeAll(async () => {
  bench = await startCaseworkBench();
});
afterAll(() => bench.stop());

const query = <Row>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  bench.desk.database.dataSource.query(sql, values);

it('a payment that needs a person is not tried again by somebody with an interest in the case (R-COI-1)', async () => {
  const officer = await bench.desk.signInAs('officer');
  const person = await bench.desk.signInAs('officer');
  const commandId = await aStuckPayment(bench, officer.staff.id);
  const states = () =>
    query(
      `SELECT c.state, (SELECT COUNT(*) FROM outbox_jobs j WHERE j.subject_id = c.id) AS jobs,
              (SELECT COUNT(*) FROM timeline_events e WHERE e.application_id = c.application_id
                  AND e.type <> 'conflict-noticed') AS events
         FROM payment_commands c WHERE c.id = ?`,
      [commandId],
    );
  const [about] = await query<{ uprn: string }>(
    `SELECT a.uprn FROM applications a JOIN payment_commands c ON c.application_id = a.id
      WHERE c.id = ?`,
    [commandId],
  );
  await bench.desk.app.get(UnitOfWork).run((tx) =>
    insertInterest(tx, {
      ...{
        id: randomUUID(),
        staffId: person.staff.id,
        kind: 'address',
        value: about?.uprn ?? '',
      },
      ...{ postcode: null, isRelation: false, declaredAt: hours(-1), removedAt: null },
      formId: randomUUID(),
    }),
  );
  const before = await states();
  const refused = await person.post(`/refunds/${commandId}/another-try`);
  expect(refused.status).toBe(403);
  expect(refused.$('main').text()).toContain('You have an interest in this case');
  expect(await states()).toEqual(before);
  const again = await officer.post(`/refunds/${commandId}/another-try`);
  expect(again.status).toBe(303);
  expect(await states()).not.toEqual(before);
});
