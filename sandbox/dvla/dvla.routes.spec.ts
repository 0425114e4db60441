import { SANDBOX_DVLA_API_KEY } from '../dvla-settings.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
beforeEach(() => sandbox.control.reset());
afterAll(() => sandbox.stop());

interface Answer {
  status: number;
  body: unknown;
}

async function ask(body: unknown, key: string = SANDBOX_DVLA_API_KEY): Promise<Answer> {
  const response = await fetch(`${sandbox.vesUrl}/v1/vehicles`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-api-key': key },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}
const askFor = (registrationNumber: string) => ask({ registrationNumber });

const error = (status: number, title: string, detail: string) => ({
  status,
  body: { errors: [{ status: String(status), code: String(status), title, detail }] },
});
const BAD = error(400, 'Bad Request', 'Invalid format for field - vehicle registration number');
const NOT_FOUND = error(404, 'Vehicle Not Found', 'Record for vehicle not found');

describe('DVLA’s published test marks', () => {
  it.each([
    [
      'AA19AAA',
      { make: 'FORD', colour: 'RED', taxStatus: 'Taxed', wheelplan: '2 AXLE RIGID BODY' },
    ],
    ['AA19EEE', { fuelType: 'ELECTRICITY', motStatus: 'No results returned' }],
    ['AA19PPP', { revenueWeight: 44000, wheelplan: '3 AXLE + 3 AXLE ARTIC' }],
    ['L2WPS', { taxStatus: 'Untaxed' }],
    ['AA19SRN', { taxStatus: 'SORN' }],
    ['AA19DSL', { make: 'SKODA', colour: 'GREY', motStatus: 'Valid' }],
    ['AA19MOT', { make: 'AUDI', colour: 'WHITE', motStatus: 'Valid' }],
    ['AA19AMP', { make: 'FORD', colour: 'BLACK', fuelType: 'DIESEL' }],
  ])('%s is found', async (registrationNumber, facts) => {
    const { status, body } = await askFor(registrationNumber);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      registrationNumber,
      dateOfLastV5CIssued: '2019-05-20',
      ...facts,
    });
  });

  it('say dates that are counted from today', async () => {
    await sandbox.control.moveClock(Date.parse('2026-11-20T12:00:00Z') - Date.now());
    expect((await askFor('AA19AAA')).body).toMatchObject({ taxDueDate: '2027-11-20' });
    expect((await askFor('L2WPS')).body).toMatchObject({ taxDueDate: '2025-11-20' });
    expect((await askFor('AA19SRN')).body).not.toHaveProperty('taxDueDate');
  });

  it.each([
    ['ER19BAD', BAD],
    ['ER19NFD', NOT_FOUND],
    ['ER19THR', { status: 429, body: { message: 'Too Many Requests' } }],
    ['ER19ERR', error(500, 'Internal Server Error', 'System Error occurred')],
    ['ER19MNT', { status: 503, body: [{ status: 503, title: expect.stringMatching(/down/) }] }],
  ])('%s is refused as published', async (registration, expected) => {
    expect(await askFor(registration)).toMatchObject(expected);
  });
});

describe('the request', () => {
  it('needs the key', async () => {
    expect(await ask({ registrationNumber: 'AA19AAA' }, 'another')).toEqual({
      status: 403,
      body: { message: 'Forbidden' },
    });
  });

  it.each([{ registrationNumber: 'AA19 AAA' }, { registrationNumber: '' }, {}, '[', 'null'])(
    'is refused as %j',
    async (body) => {
      expect(await ask(body)).toEqual(BAD);
    },
  );

  it('leaves no registration in the log of requests', async () => {
    await askFor('AA19AAA');
    const log = await sandbox.control.log({ service: 'dvla' });
    expect(log).toMatchObject([{ operation: 'enquire', status: 200, acted: true }]);
    expect(JSON.stringify(log)).not.toContain('AA19AAA');
  });
});

describe('a vehicle made to order', () => {
  it('is answered, shown, and forgotten on reset', async () => {
    const zebra = { registrationNumber: 'ZL19KPA', make: 'TOYOTA', colour: 'BLUE' };
    expect(await askFor('ZL19KPA')).toEqual(NOT_FOUND);
    await sandbox.control.makeVehicle(zebra);
    expect(await askFor('zl19kpa')).toEqual({ status: 200, body: zebra });
    expect(await (await fetch(`${sandbox.url}/vehicles`)).text()).toContain('TOYOTA, BLUE');
    await sandbox.control.reset();
    expect(await askFor('ZL19KPA')).toEqual(NOT_FOUND);
  });

  it('has only facts that the service has', async () => {
    const wrong = { registrationNumber: 'ZL19KPA', keeper: 'Nobody' };
    await expect(sandbox.control.makeVehicle(wrong)).rejects.toThrow('There is no fact keeper.');
  });
});

describe('misbehaviour', () => {
  it('is a status, a cut line or an answer that is none', async () => {
    const spoil = (fault: 'status-403' | 'status-503' | 'drop-before' | 'garbled') =>
      sandbox.control.addFault({ service: 'dvla', operation: 'enquire', fault });
    await spoil('status-403');
    expect((await askFor('AA19AAA')).status).toBe(403);
    await spoil('status-503');
    expect((await askFor('AA19AAA')).body).toBeInstanceOf(Array);
    await spoil('drop-before');
    await expect(askFor('AA19AAA')).rejects.toThrow();
    await spoil('garbled');
    await expect(askFor('AA19AAA')).rejects.toThrow(SyntaxError);
    expect((await askFor('AA19AAA')).status).toBe(200);
  });
});
