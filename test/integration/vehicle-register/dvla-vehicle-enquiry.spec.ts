import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DvlaVehicleEnquiry } from '../../../src/vehicle-register/dvla-vehicle-enquiry.js';
import { RequestPace } from '../../../src/vehicle-register/request-pace.js';
import type { RegisterAnswer } from '../../../src/vehicle-register/vehicle-register-gateway.js';
import { testSettings } from '../../support/test-settings.js';
import { type RegisterBench, startRegisterBench } from './register-bench.js';

let bench: RegisterBench;

beforeAll(async () => {
  bench = await startRegisterBench();
});
beforeEach(() => bench.sandbox.control.reset());
afterAll(() => bench.stop());

const notChecked = (because: string, retryAfterSeconds: number | null = null) => ({
  answer: 'not_checked',
  because,
  retryAfterSeconds,
});
const spoil = (fault: Parameters<typeof bench.sandbox.control.addFault>[0]['fault'], delayMs = 0) =>
  bench.sandbox.control.addFault({ service: 'dvla', operation: 'enquire', fault, delayMs });

describe('DVLA’s published test marks', () => {
  it('a vehicle that is there', async () => {
    expect(await bench.gateway.ask('AA19MOT')).toMatchObject({
      answer: 'found',
      facts: { make: 'AUDI', colour: 'WHITE', lastV5cIssuedOn: '2019-05-20', motStatus: 'Valid' },
    });
  });

  it.each([
    ['ER19NFD', { answer: 'not_in_register' }],
    ['ER19BAD', notChecked('not_accepted')],
    ['ER19THR', notChecked('too_many_requests')],
    ['ER19ERR', notChecked('service_down')],
    ['ER19MNT', notChecked('service_down')],
  ])('%s', async (registration, expected) => {
    expect(await bench.gateway.ask(registration)).toEqual(expected);
  });
});

describe('misbehaviour', () => {
  it.each([
    ['drop-before', 'no_answer'],
    ['drop-after', 'no_answer'],
    ['garbled', 'not_understood'],
    ['status-403', 'refused'],
    ['status-409', 'refused'],
    ['status-429', 'too_many_requests'],
    ['status-500', 'service_down'],
    ['status-503', 'service_down'],
  ] as const)('%s is not checked: %s', async (fault, because) => {
    await spoil(fault);
    expect(await bench.gateway.ask('AA19MOT')).toEqual(notChecked(because));
    expect(await bench.gateway.ask('AA19MOT')).toMatchObject({ answer: 'found' });
  });

  it.each(['delay', 'delay-answer'] as const)('%s ends at the time-out', async (fault) => {
    await spoil(fault, 900);
    const began = performance.now();
    expect(await bench.gateway.ask('AA19MOT')).toEqual(notChecked('no_answer'));
    expect(performance.now() - began).toBeLessThan(850);
  });

  it('a wrong key is refused, and nobody listening is no answer', async () => {
    expect(await gatewayAt(bench.sandbox.vesUrl).ask('AA19MOT')).toEqual(notChecked('refused'));
    expect(await gatewayAt('http://127.0.0.1:9').ask('AA19MOT')).toEqual(notChecked('no_answer'));
  });
});

describe('an answer of somebody else', () => {
  let server: Server;
  let seen: { url?: string; headers: object; body: string }[];
  let next: { status: number; body: string; headers?: Record<string, string> };

  beforeAll(async () => {
    seen = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        seen.push({ ...(request.url && { url: request.url }), headers: request.headers, body });
        response.writeHead(next.status, next.headers).end(next.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => server.close());

  const answered = (answer: typeof next): Promise<RegisterAnswer> => {
    next = answer;
    const { port } = server.address() as AddressInfo;
    return gatewayAt(`http://127.0.0.1:${port}/vehicle-enquiry`).ask('AA19MOT');
  };

  it('404 from a wrong address says nothing of a vehicle', async () => {
    const page = await answered({ status: 404, body: '<h1>Not found</h1>' });
    expect(page).toEqual(notChecked('not_understood'));
    const other = await answered({ status: 404, body: '{"message":"no route"}' });
    expect(other).toEqual(notChecked('not_understood'));
    const bareList = await answered({ status: 404, body: '[{"status":404}]' });
    expect(bareList).toEqual({ answer: 'not_in_register' });
  });

  it('another vehicle’s facts are not taken', async () => {
    const body = JSON.stringify({ registrationNumber: 'AA19DSL', make: 'SKODA' });
    expect(await answered({ status: 200, body })).toEqual(notChecked('not_understood'));
  });

  it('a redirection is not followed: the key goes nowhere else', async () => {
    const moved = await answered({ status: 302, body: '', headers: { location: '/elsewhere' } });
    expect(moved).toEqual(notChecked('not_understood'));
    expect(seen.at(-1)?.url).toBe('/vehicle-enquiry/v1/vehicles');
  });

  it('Retry-After is heard where it is a number', async () => {
    const busy = (wait: string) =>
      answered({ status: 429, body: '{}', headers: { 'retry-after': wait } });
    expect(await busy('90')).toEqual(notChecked('too_many_requests', 90));
    expect(await busy('Fri, 20 Nov 2026 12:00:00 GMT')).toEqual(notChecked('too_many_requests'));
  });

  it('the question holds the registration in its body and nowhere else (R-VRM-9)', async () => {
    await answered({ status: 500, body: '' });
    const { url, headers, body } = seen.at(-1) ?? { headers: {}, body: '' };
    expect(JSON.parse(body)).toEqual({ registrationNumber: 'AA19MOT' });
    expect(JSON.stringify({ url, headers })).not.toContain('AA19MOT');
    expect(headers).toMatchObject({ 'x-api-key': 'another', 'content-type': 'application/json' });
  });
});

describe('the pace', () => {
  it('asks at most so often in a minute, and says how long until there is room', () => {
    const settings = testSettings(bench.database.url, { VES_REQUESTS_A_MINUTE: 2 });
    const pace = new RequestPace(settings);
    expect([pace.take(1000), pace.take(11_000)]).toEqual([0, 0]);
    expect(pace.take(21_000)).toBe(40_000);
    expect(pace.take(60_999)).toBe(1);
    expect([pace.take(61_000), pace.take(61_000)]).toEqual([0, 10_000]);
  });

  it('keeps the question back before it is sent', async () => {
    const gateway = gatewayAt(bench.sandbox.vesUrl, { VES_REQUESTS_A_MINUTE: 1 });
    await gateway.ask('AA19MOT');
    expect(await gateway.ask('AA19MOT')).toMatchObject({ answer: 'later' });
    expect(await bench.requests()).toBe(1);
  });
});

function gatewayAt(url: string, changes: Record<string, number> = {}): DvlaVehicleEnquiry {
  const ves = { VES_URL: url, VES_API_KEY: 'another', VES_TIMEOUT_MS: 500 };
  const settings = testSettings(bench.database.url, { ...ves, ...changes });
  return new DvlaVehicleEnquiry(settings, new RequestPace(settings));
}
