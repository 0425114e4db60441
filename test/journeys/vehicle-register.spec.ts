import { Redis } from 'ioredis';
import { formatDate } from '../../src/shared/london-date.js';
import { reviewNextCase } from '../support/journeys/officer.js';
import { type SentApplication, today } from '../support/journeys/resident.js';
import {
  type Account,
  eventually,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';
import type { Visitor } from '../support/journeys/visitor.js';
import { testServer } from '../support/test-database.js';

/** What DVLA's register says, as an officer meets it: unknown, away, there again and different. */

let desk: RunningDesk;
let officer: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
}, 180_000);
afterAll(() => desk.stop());

/** Opens the page again until the worker has asked. */
async function registerSays(visitor: Visitor, words: string): Promise<void> {
  await eventually(`the register says “${words}”`, async () => {
    await visitor.goTo(visitor.page.url().replace(/#.*/, ''));
    return (await visitor.words()).includes(words);
  });
}

function vehicleOf({ registration }: SentApplication) {
  return {
    registrationNumber: registration.replaceAll(' ', ''),
    make: 'VAUXHALL',
    colour: 'BLUE',
    wheelplan: '2 WHEEL',
    typeApproval: 'L3',
    taxStatus: 'SORN',
    dateOfLastV5CIssued: today(),
  };
}

describe.each([true, false])('with script: %s', (script) => {
  it('an officer sees what differs, asks again, and is never kept from going on', async () => {
    const { control } = desk.sandbox;
    const sent = await desk.receive();
    const visitor = await desk.signedIn(officer, { script });
    await reviewNextCase(visitor, sent);
    await registerSays(visitor, 'the register does not know this registration');

    await control.addFault({ service: 'dvla', operation: 'enquire', fault: 'status-503' });
    await visitor.press('Ask the register again');
    expect(visitor.page.url()).toContain('#register');
    await registerSays(visitor, 'Not checked: the register is out of service');
    expect(await visitor.words()).toContain('It is asked again at');

    await control.makeVehicle(vehicleOf(sent));
    await visitor.press('Ask the register again');
    await registerSays(visitor, 'The make declared is Ford; the register says Vauxhall.');
    const words = await visitor.words();
    expect(words).toContain('A motorcycle costs £27.50, £27.50 less than was paid.');
    expect(words).toContain('The vehicle is declared off the road (SORN).');
    expect(await visitor.page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(
      1,
    );

    await visitor.goTo(`/applications/${sent.reference}/evidence/2`);
    expect(await visitor.words()).toContain(
      `The register last issued a V5C on ${formatDate(today())}`,
    );
    await visitor.press('Ask the register again');
    expect(visitor.page.url()).toContain('/evidence/2#register');
    await registerSays(visitor, 'Ask the register again');
    await visitor.close();
    await isNowhere(sent);
  }, 400_000);
});

/** No registration in a log line, a job or Redis (R-VRM-9). */
async function isNowhere({ registration }: SentApplication): Promise<void> {
  const plain = registration.replaceAll(' ', '');
  const jobs = await desk.database.dataSource.query<object[]>('SELECT * FROM outbox_jobs');
  const events = await desk.database.dataSource.query<object[]>(
    'SELECT type, payload FROM timeline_events',
  );
  const requests = await desk.sandbox.control.log();
  const redis = await everythingInRedis();
  const places = { log: desk.log(), jobs, events, requests, redis };
  const telling = Object.entries(places).filter(([, place]) => {
    const words = JSON.stringify(place);
    return words.length < 3 || words.includes(plain) || words.includes(registration);
  });
  expect(telling.map(([name]) => name)).toEqual([]);
}

async function everythingInRedis(): Promise<string[]> {
  const redis = new Redis(testServer('TEST_REDIS_URL'));
  try {
    const keys = await redis.keys('test-*');
    const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
    return [...keys, ...dumps.map((dump) => dump?.toString('latin1') ?? '')];
  } finally {
    redis.disconnect();
  }
}
