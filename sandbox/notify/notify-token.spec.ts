import { createHmac } from 'node:crypto';
import { SANDBOX_NOTIFY_SECRET_KEY, SANDBOX_NOTIFY_SERVICE_ID } from '../notify-settings.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';

const DAY_MS = 86_400_000;
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
});
afterAll(() => sandbox.stop());

describe('the token', () => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object, secret = SANDBOX_NOTIFY_SECRET_KEY, alg = 'HS256'): string => {
    const signed = `${part({ typ: 'JWT', alg })}.${part(claims)}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };
  const now = (): number => Math.floor(Date.now() / 1000);
  const good = (): object => ({ iss: SANDBOX_NOTIFY_SERVICE_ID, iat: now() });

  it.each<[number, string, () => string | undefined]>([
    [401, 'must be provided', () => undefined],
    [401, 'bearer scheme', () => 'Basic abc'],
    [403, 'make sure your API token', () => 'Bearer nonsense'],
    [403, 'API key not found', () => `Bearer ${token(good(), 'another')}`],
    [403, 'not HS256', () => `Bearer ${token(good(), undefined, 'none')}`],
    [403, 'iss field', () => `Bearer ${token({ iat: now() })}`],
    [403, 'right data type', () => `Bearer ${token({ ...good(), iss: 'me' })}`],
    [
      403,
      'service not found',
      () => `Bearer ${token({ ...good(), iss: '00000000-0000-4000-8000-000000000000' })}`,
    ],
    [403, 'within 30 seconds', () => `Bearer ${token({ ...good(), iat: now() - 40 })}`],
    [403, 'within 30 seconds', () => `Bearer ${token({ ...good(), iat: now() + 40 })}`],
  ])('is refused with %i: %s', async (status, words, authorization) => {
    const header = authorization();
    const response = await fetch(`${sandbox.notifyUrl}/v2/templates`, {
      headers: header === undefined ? {} : { authorization: header },
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      status_code: status,
      errors: [{ error: 'AuthError', message: expect.stringContaining(words) as string }],
    });
  });

  it('is accepted when it is right, however the sandbox clock was moved', async () => {
    await sandbox.control.moveClock(90 * DAY_MS);
    const response = await fetch(`${sandbox.notifyUrl}/v2/templates`, {
      headers: { authorization: `Bearer ${token(good())}` },
    });
    expect(response.status).toBe(200);
  });
});
