import { ARRIVALS_A_MINUTE, UPLOADS_A_MINUTE } from '../../../src/intake/upload-rate.js';
import { aClient } from '../../builders/a-council.js';
import { type ApiAnswer, aBody, inZone, type IntakeDesk, startIntakeDesk } from './intake-desk.js';

/** How many requests with files one sender may send in a minute: at the limit, and one more. */

let desk: IntakeDesk;
beforeAll(async () => {
  desk = await startIntakeDesk();
});
afterAll(() => desk.stop());

const PATH = '/api/v1/applications';

/** A request with files in which there is nothing: it is refused for that, and counts. */
function nothing(path: string, key?: string, from = '192.0.2.1'): Promise<ApiAnswer> {
  const body = new FormData();
  body.append('unknown', 'x');
  const headers = { 'x-forwarded-for': from };
  return desk.call('POST', path, { body, headers, ...(key ? { key } : {}) });
}

async function upTo(limit: number, one: (n: number) => Promise<ApiAnswer>): Promise<number[]> {
  const got: number[] = [];
  for (let n = 0; n < limit; n += 10) {
    const ten = await Promise.all(Array.from({ length: 10 }, (_, at) => one(n + at)));
    got.push(...ten.map(({ status }) => status));
  }
  return got;
}

function isTooMany({ status, headers, body }: ApiAnswer): void {
  expect([status, body['title']]).toEqual([429, expect.stringMatching(/^Too many/)]);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
}

it('300 applications with files, whatever address is made up; other senders go on', async () => {
  const got = await upTo(ARRIVALS_A_MINUTE, (n) => nothing(PATH, undefined, `192.0.2.${n % 250}`));
  expect(ARRIVALS_A_MINUTE).toBe(300);
  expect(got).toHaveLength(300);
  expect(new Set(got)).toEqual(new Set([got[0]]));
  expect(got).not.toContain(429);
  isTooMany(await nothing(PATH, undefined, '198.51.100.7'));
  // Without files it costs little: such an application is still taken.
  expect((await desk.send(aBody(await inZone(desk)))).status).toBe(201);
  const other = await aClient(desk.tx);
  expect((await nothing(PATH, other.key)).status).toBe(got[0]);
}, 120_000);

it('20 requests that add files to one application; another application goes on', async () => {
  const other = await aClient(desk.tx);
  const one = await desk.send(aBody(await inZone(desk)), other.key);
  const two = await desk.send(aBody(await inZone(desk)), other.key);
  const path = ({ body }: ApiAnswer) => `${PATH}/${body.reference}/evidence`;
  const got = await upTo(UPLOADS_A_MINUTE, () => nothing(path(one), other.key));
  expect(UPLOADS_A_MINUTE).toBe(20);
  expect(got).not.toContain(429);
  isTooMany(await nothing(path(one), other.key));
  expect((await nothing(path(two), other.key)).status).toBe(got[0]);
});
