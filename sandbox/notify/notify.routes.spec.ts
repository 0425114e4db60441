import {
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../notify-settings.js';
import { type Sandbox, startSandbox } from '../start-sandbox.js';
import { type OfficialClient, officialClient, refusalOf } from './official-client.js';

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

describe('the official client', () => {
  it('sends an e-mail and follows it from created to delivered', async () => {
    const { data } = await client.sendEmail(SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID, 'ada@example.com', {
      personalisation: { subject: 'Your permit', body: 'It is granted.' },
      reference: 'decision-1',
    });
    expect(data).toMatchObject({
      reference: 'decision-1',
      content: { subject: 'Your permit', body: 'It is granted.' },
      template: { id: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID, version: 1 },
    });
    const status = async (): Promise<string> =>
      (await client.getNotificationById(data.id)).data.status;
    expect(await status()).toBe('created');
    await sandbox.control.moveClock(60_000);
    expect(await status()).toBe('sending');
    await sandbox.control.moveClock(120_000);
    const { data: seen } = await client.getNotificationById(data.id);
    expect(seen).toMatchObject({
      status: 'delivered',
      email_address: 'ada@example.com',
      type: 'email',
      completed_at: expect.stringMatching(/\.\d{6}Z$/) as string,
    });
  });

  it('sends a text message', async () => {
    const { data } = await client.sendSms(SANDBOX_NOTIFY_TEXT_TEMPLATE_ID, '+44 7700 900456', {
      personalisation: { body: 'Your permit is granted.' },
      reference: 'text-1',
    });
    expect(data.content).toMatchObject({ body: 'Your permit is granted.' });
    const { data: seen } = await client.getNotificationById(data.id);
    expect(seen).toMatchObject({ phone_number: '+44 7700 900456', type: 'sms' });
  });

  it('sends a letter, accepted and then received', async () => {
    const { data } = await client.sendLetter(SANDBOX_NOTIFY_LETTER_TEMPLATE_ID, {
      personalisation: LETTER,
      reference: 'letter-1',
    });
    const first = (await client.getNotificationById(data.id)).data;
    expect(first).toMatchObject({
      status: 'accepted',
      line_1: 'Ada Example',
      line_3: 'LE1 1AA',
      postage: 'second',
    });
    await sandbox.control.moveClock(120_000);
    expect((await client.getNotificationById(data.id)).data.status).toBe('received');
  });

  it('finds messages by reference, kind and status', async () => {
    await sendEmail('ada@example.com', 'one');
    const id = await sendEmail('ada@example.com', 'two');
    await sendEmail('perm-fail@simulator.notify', 'two');
    const found = (await client.getNotifications(undefined, undefined, 'two')).data;
    expect(found.notifications).toHaveLength(2);
    await sandbox.control.moveClock(120_000);
    const delivered = (await client.getNotifications('email', 'delivered', 'two')).data;
    expect(delivered.notifications.map((message) => message.id)).toEqual([id]);
    expect((await client.getNotifications('sms')).data.notifications).toEqual([]);
    const newest = (await client.getNotifications()).data.notifications[0]?.id ?? '';
    const older = await client.getNotifications(undefined, undefined, undefined, newest);
    expect(older.data.notifications).toHaveLength(2);
    const wrong = await refusalOf(client.getNotifications('pigeon' as 'sms', 'lost'));
    expect(wrong.status).toBe(400);
  });

  it('reads templates and previews them', async () => {
    expect((await client.getAllTemplates()).data.templates).toHaveLength(3);
    expect((await client.getAllTemplates('sms')).data.templates[0]?.id).toBe(
      SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
    );
    const { data } = await client.getTemplateById(SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID);
    expect(data).toMatchObject({ subject: '((subject))', body: '((body))', version: 1 });
    const preview = await client.previewTemplateById(SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID, {
      subject: 'S',
      body: '<b>bold</b>',
    });
    expect(preview.data).toMatchObject({
      subject: 'S',
      body: '<b>bold</b>',
      html: '<p>&lt;b&gt;bold&lt;/b&gt;</p>',
    });
    const missing = await refusalOf(
      client.previewTemplateById(SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID, { subject: 'S' }),
    );
    expect(missing).toMatchObject({
      status: 400,
      data: { errors: [{ error: 'BadRequestError', message: 'Missing personalisation: body' }] },
    });
  });
});

describe('recipients that fail on purpose', () => {
  it.each([
    ['perm-fail@simulator.notify', 'permanent-failure'],
    ['temp-fail@simulator.notify', 'temporary-failure'],
  ])('%s ends in %s', async (address, status) => {
    const id = await sendEmail(address);
    await sandbox.control.moveClock(120_000);
    expect((await client.getNotificationById(id)).data.status).toBe(status);
  });

  it.each([
    ['07700900002', 'permanent-failure'],
    ['+447700900003', 'temporary-failure'],
  ])('%s ends in %s', async (number, status) => {
    const { data } = await client.sendSms(SANDBOX_NOTIFY_TEXT_TEMPLATE_ID, number, {
      personalisation: { body: 'Hello' },
    });
    await sandbox.control.moveClock(120_000);
    expect((await client.getNotificationById(data.id)).data.status).toBe(status);
  });

  it('smoke-test recipients are answered but never found', async () => {
    const id = await sendEmail('simulate-delivered@notifications.service.gov.uk');
    expect(await refusalOf(client.getNotificationById(id))).toMatchObject({ status: 404 });
  });
});
