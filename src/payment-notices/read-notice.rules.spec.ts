import { readNotice } from './read-notice.rules.js';

const documented = {
  webhook_message_id: '123abc',
  api_version: 1,
  resource_id: 'hu20sqlact5260q2nanm0q8u93',
  resource_type: 'payment',
  event_type: 'card_payment_captured',
  resource: { amount: 5000, state: { status: 'success' } },
};
const read = {
  messageId: '123abc',
  eventType: 'card_payment_captured',
  resourceId: 'hu20sqlact5260q2nanm0q8u93',
  isAboutPayment: true,
};
const { webhook_message_id: named, ...nameless } = documented;

describe('a notice', () => {
  it('is read by the id of the example, or by that of the table of attributes', () => {
    expect(readNotice(documented)).toEqual({ ok: true, notice: read });
    expect(readNotice({ ...nameless, id: named })).toEqual({ ok: true, notice: read });
    expect(readNotice({ ...documented, id: 'another' })).toEqual({ ok: true, notice: read });
  });

  it('may be about something else than a payment', () => {
    const told = readNotice({ ...documented, resource_type: 'agreement' });
    expect(told).toMatchObject({ ok: true, notice: { isAboutPayment: false } });
  });

  it('gives nothing of what it says of the payment', () => {
    expect(JSON.stringify(readNotice(documented))).not.toMatch(/5000|success/);
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a text', 'text'],
    ['a list', []],
    ['no id', nameless],
    ['an empty id', { ...documented, webhook_message_id: '' }],
    ['an id with a blank', { ...documented, webhook_message_id: 'a b' }],
    ['an id that is a number', { ...documented, webhook_message_id: 123 }],
    ['no payment', { ...documented, resource_id: undefined }],
    ['a payment id without end', { ...documented, resource_id: 'a'.repeat(65) }],
    ['no event', { ...documented, event_type: null }],
  ])('is not understood: %s', (_what, content) => {
    expect(readNotice(content)).toMatchObject({ ok: false, refusal: 'unknown_shape' });
  });
});
