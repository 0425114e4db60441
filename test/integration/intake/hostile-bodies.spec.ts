import { Writable } from 'node:stream';
import { createLog } from '../../../src/platform/web/log.js';
import { LOG } from '../../../src/platform/web/web.module.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { TestClock } from '../../support/test-clock.js';
import { Database, type Tx } from '../../../src/platform/database/transaction.js';
import { aBody } from './intake-desk.js';

let desk: TestApplication;
let key: string;
let uprn: string;
let logged = '';

beforeAll(async () => {
  const sink = new Writable({
    write(line: Buffer, _encoding, done) {
      logged += line.toString();
      done();
    },
  });
  desk = await startTestApplication({
    clock: new TestClock('2026-11-20T10:00:00Z'),
    overrides: [{ provide: LOG, use: createLog('debug', sink) }],
  });
  const tx = desk.app.get(Database).reader as Tx;
  await aZone(tx, 'Z901');
  uprn = await aProperty(tx, 'Z901');
  key = (await aClient(tx)).key;
});
afterAll(() => desk.stop());

async function post(body: string, kind = 'application/json'): Promise<number> {
  const response = await fetch(new URL('/api/v1/applications', desk.url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': kind },
    body,
  });
  await response.text();
  return response.status;
}

const put = (path: string, value: unknown) => {
  const body = aBody(uprn) as Record<string, Record<string, unknown>>;
  const [first = '', second] = path.split('.');
  if (second === undefined) (body as Record<string, unknown>)[first] = value;
  else body[first] = { ...body[first], [second]: value };
  return JSON.stringify(body);
};

const NO_TEXT = [
  7,
  true,
  [],
  ['a'],
  {},
  { type: 'Program', body: [] },
  { $ne: null },
  { status: 'approved' },
];
const NO_NUMBER = ['12', '0x10', '1e3', ' 12 ', '１２', '12,50', 1.5, -1, 1e21, true, [12], {}];
const NO_DATE = [
  '31/02/2027',
  '2027-02-29',
  '2027-13-01',
  '1/1/70',
  '32/1',
  'tomorrow',
  '2027-1-1',
  '0000-01-01',
  '2026-12-01T00:00',
  20261201,
  '',
];
const NO_NAME = ['', '   ', '\u0000', 'a\u202Eb', 'a\nb', 'x'.repeat(201), '\u200B'];
const NO_REGISTRATION = [
  'АВ12СDE',
  "AB12CDE'--",
  'FY64BB0',
  'LGO9RVK',
  'LI4ENM',
  '12345',
  'AB12CDE%00',
  '<script>',
  '🚗',
  'AB12CDEAB12CDE',
];

const WRONG: [string, string][] = [
  ...NO_TEXT.map((value): [string, string] => ['applicant.name', put('applicant.name', value)]),
  ...NO_TEXT.map((value): [string, string] => ['permitType', put('permitType', value)]),
  ...NO_TEXT.map((value): [string, string] => ['property.uprn', put('property.uprn', value)]),
  ...NO_NUMBER.map((value): [string, string] => ['durationMonths', put('durationMonths', value)]),
  ...NO_NUMBER.map((value): [string, string] => [
    'payment.amountPence',
    put('payment.amountPence', value),
  ]),
  ...NO_DATE.map((value): [string, string] => ['startOn', put('startOn', value)]),
  ...NO_DATE.map((value): [string, string] => [
    'declarationAcceptedAt',
    put('declarationAcceptedAt', value),
  ]),
  ...NO_NAME.map((value): [string, string] => ['applicant.name', put('applicant.name', value)]),
  ...NO_REGISTRATION.map((value): [string, string] => [
    'vehicle.registration',
    put('vehicle.registration', value),
  ]),
  ...[
    'Robert\r\nBcc: x@example.com',
    'a@b',
    'a@example.com,b@example.com',
    '"a b"@example.com',
    '\u0430@example.com',
    'a@ex\u0430mple.com',
  ].map((value): [string, string] => ['applicant.email', put('applicant.email', value)]),
  ...["'; DROP TABLE applications; --", '1e15', '-1', '../../etc'].map(
    (value): [string, string] => ['property.uprn', put('property.uprn', value)],
  ),
  ...['a b', "x' OR 1=1", '../..', 'id:*'].map((value): [string, string] => [
    'payment.providerPaymentId',
    put('payment.providerPaymentId', value),
  ]),
  ...[[], 'text', 7, true].flatMap((value): [string, string][] => [
    ['whole', JSON.stringify(value)],
    ['applicant', put('applicant', value)],
    ['vehicle', put('vehicle', value)],
  ]),
  ['whole', '{"__proto__":{"isAdmin":true}}'],
  ['whole', '{"constructor":{"prototype":{"isAdmin":true}}}'],
  ['whole', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['whole', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['whole', '{"a":NaN}'],
  ['whole', '{"a":1,}'],
  ['whole', put('applicant.name', 'a').replace('"a"', '"\\ud83d"')],
  ['whole', ''],
  ['whole', 'null'],
  [
    'whole',
    JSON.stringify(Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`f${n}`, n]))),
  ],
  ['whole', JSON.stringify({ a: 'x'.repeat(300_000) })],
];

describe('hostile bodies', () => {
  it(`attack 113, attack 125, attack 184, attack 140, attack 141: are refused, all ${WRONG.length}, and write nothing`, async () => {
    expect(WRONG.length).toBeGreaterThan(100);
    for (const [where, body] of WRONG) {
      const status = await post(body);
      const seen = [
        where,
        body.slice(0, 60),
        [400, 413, 422].includes(status) ? 'refused' : status,
      ];
      expect(seen).toEqual([where, body.slice(0, 60), 'refused']);
    }
    const [row] = await desk.database.dataSource.query<{ n: string }[]>(
      'SELECT (SELECT COUNT(*) FROM applications) + (SELECT COUNT(*) FROM outbox_jobs) AS n',
    );
    expect(Number(row?.n)).toBe(0);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  it.each([
    ['text/plain', 415],
    ['application/xml', 415],
    ['application/json; charset=utf-16', 415],
    ['application/x-www-form-urlencoded', 415],
  ])('of the kind %s are answered with %i', async (kind, status) => {
    expect(await post('a=1', kind)).toBe(status);
  });
});

describe('the log', () => {
  it('never names an applicant, a vehicle, a payment or an address', async () => {
    const body = aBody(uprn, {
      payment: { providerPaymentId: 'secretpayment0001', amountPence: 5500 },
    });
    expect(await post(JSON.stringify(body))).toBe(201);
    expect(await post(JSON.stringify({ ...body, durationMonths: 6 }))).toBe(409);
    expect(await post(put('vehicle.registration', 'LGO9RVK'))).toBe(422);
    expect(logged).toContain('"route":"/api/v1/applications"');
    for (const secret of ['Priya', 'priya@', 'AB12', 'LGO9RVK', 'secretpayment', uprn, key]) {
      expect(logged).not.toContain(secret);
    }
  });
});
