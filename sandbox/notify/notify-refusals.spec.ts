import {
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../notify-settings.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { type OfficialClient, officialClient, refusalOf } from './official-client.js';

const DAY_MS = 86_400_000;
const LETTER = {
  address_line_1: 'Ada Example',
  address_line_2: '1 Invented Street',
  address_line_3: 'LE1 1AA',
  subject: 'Your permit',
  body: 'Dear Ada',
};

let sandbox: Sandbox;
let client: OfficialClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = officialClient(sandbox.notifyUrl);
});
beforeEach(async () => {
  await sandbox.control.reset();
  await sandbox.control.changeSettings({ deliveryStepMs: 60_000 });
});
afterAll(() => sandbox.stop());

async function sendEmail(to = 'ada@example.com', reference = 'decision-1'): Promise<string> {
  const { data } = await client.sendEmail(SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID, to, {
    personalisation: { subject: 'Your permit', body: 'Dear Ada' },
    reference,
  });
  return data.id;
}

describe('refusals', () => {
  const text = (to: string, body = 'Hello'): Promise<unknown> =>
    client.sendSms(SANDBOX_NOTIFY_TEXT_TEMPLATE_ID, to, { personalisation: { body } });
  const letter = (personalisation: object): Promise<unknown> =>
    client.sendLetter(SANDBOX_NOTIFY_LETTER_TEMPLATE_ID, { personalisation });
  const email = (template: string, options: object): Promise<unknown> =>
    client.sendEmail(template, 'ada@example.com', options);
  const id = SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID;
  const full = { subject: 'S', body: 'B' };

  it.each<[string, () => Promise<unknown>, string, string]>([
    ['address', () => sendEmail('ada'), 'ValidationError', 'email_address Not a valid'],
    ['letters', () => text('0770090012a'), 'ValidationError', 'Must not contain letters'],
    ['short', () => text('0770090012'), 'ValidationError', 'Not enough digits'],
    ['long', () => text('077009001234'), 'ValidationError', 'Too many digits'],
    ['land line', () => text('01164960123'), 'ValidationError', 'Not a UK mobile number'],
    ['abroad', () => text('+33612345678'), 'BadRequestError', 'international'],
    ['too long', () => text('07700900456', 'x'.repeat(919)), 'BadRequestError', '918'],
    [
      'two lines',
      () => letter({ address_line_1: 'A', address_line_2: 'LE1 1AA', subject: '', body: '' }),
      'ValidationError',
      'at least 3 lines',
    ],
    ['no line 1', () => letter(full), 'ValidationError', 'address_line_1 is a required'],
    [
      'no postcode',
      () => letter({ ...LETTER, address_line_3: 'Leicester' }),
      'ValidationError',
      'Last line of address',
    ],
    [
      'line start',
      () => letter({ ...LETTER, address_line_2: '(1 Street' }),
      'ValidationError',
      'must not start with',
    ],
    ['template', () => email('not-a-uuid', {}), 'ValidationError', 'template_id'],
    [
      'unknown template',
      () => email('00000000-0000-4000-8000-000000000000', { personalisation: full }),
      'BadRequestError',
      'Template not found',
    ],
    [
      'other kind',
      () => email(SANDBOX_NOTIFY_TEXT_TEMPLATE_ID, { personalisation: full }),
      'BadRequestError',
      'not suitable',
    ],
    ['missing', () => email(id, {}), 'BadRequestError', 'subject, body'],
    [
      'reference',
      () => email(id, { personalisation: full, reference: 'r'.repeat(1001) }),
      'ValidationError',
      'too long',
    ],
    [
      'reply to',
      () => email(id, { personalisation: full, emailReplyToId: id }),
      'BadRequestError',
      'does not exist in database',
    ],
    [
      'unsubscribe',
      () => email(id, { personalisation: full, oneClickUnsubscribeURL: 'http://x.example' }),
      'ValidationError',
      'valid https url',
    ],
  ])('%s', async (_, send, error, words) => {
    expect(await refusalOf(send())).toMatchObject({
      status: 400,
      data: {
        status_code: 400,
        errors: [{ error, message: expect.stringContaining(words) as string }],
      },
    });
    expect(await sandbox.control.messages()).toEqual([]);
  });

  it('a letter abroad ends with its country', async () => {
    const abroad = { ...LETTER, address_line_3: '10115 Berlin', address_line_4: 'Germany' };
    await expect(letter(abroad)).resolves.toMatchObject({ status: 201 });
  });

  it('an id that is none is 400, an unknown or forgotten one 404', async () => {
    expect(await refusalOf(client.getNotificationById('x'))).toMatchObject({ status: 400 });
    const unknown = client.getNotificationById('00000000-0000-4000-8000-000000000000');
    expect(await refusalOf(unknown)).toMatchObject({
      status: 404,
      data: { errors: [{ error: 'NoResultFound' }] },
    });
    const id = await sendEmail();
    await sandbox.control.moveClock(7 * DAY_MS);
    expect(await refusalOf(client.getNotificationById(id))).toMatchObject({ status: 404 });
  });

  it('more messages in a minute than the limit are answered 429', async () => {
    const { notifySendsAMinute } = await sandbox.control.changeSettings({});
    expect(notifySendsAMinute).toBe(3000);
    const strict = await startSandbox({ port: 0 });
    await strict.control.changeSettings({ notifySendsAMinute: 2 });
    const other = officialClient(strict.notifyUrl);
    const attempt = (): Promise<unknown> =>
      other.sendSms(SANDBOX_NOTIFY_TEXT_TEMPLATE_ID, '07700900456', {
        personalisation: { body: 'Hello' },
      });
    await attempt();
    await attempt();
    expect(await refusalOf(attempt())).toMatchObject({
      status: 429,
      data: { status_code: 429, errors: [{ error: 'RateLimitError' }] },
    });
    expect(await strict.control.messages()).toHaveLength(2);
    await strict.stop();
  });

  it('a fault told to it is answered as Notify answers, a 503 not even in JSON', async () => {
    const spoilt = async (fault: 'status-429' | 'status-500' | 'status-503'): Promise<unknown> => {
      await sandbox.control.addFault({ service: 'notify', operation: 'send-email', fault });
      return (await refusalOf(sendEmail())).data;
    };
    expect(await spoilt('status-429')).toMatchObject({ errors: [{ error: 'RateLimitError' }] });
    expect(await spoilt('status-500')).toMatchObject({ errors: [{ error: 'Exception' }] });
    expect(await spoilt('status-503')).toBe('503 Service Unavailable');
    expect(await sandbox.control.messages()).toEqual([]);
  });

  it('drop-after keeps the message though the caller hears nothing; its reference finds it', async () => {
    await sandbox.control.addFault({
      service: 'notify',
      operation: 'send-email',
      fault: 'drop-after',
    });
    await expect(sendEmail('ada@example.com', 'once')).rejects.toThrow();
    const { data } = await client.getNotifications(undefined, undefined, 'once');
    expect(data.notifications).toHaveLength(1);
    expect(await sandbox.control.log({ reference: 'once' })).toMatchObject([
      { status: null, acted: true },
    ]);
  });
});
