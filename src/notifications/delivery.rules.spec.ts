import { addressLines, DELIVERIES, deliveryFor, nextLookAt } from './delivery.rules.js';

describe('what the message service says of a message', () => {
  it.each([
    ['created', 'on_its_way'],
    ['accepted', 'on_its_way'],
    ['delivered', 'delivered'],
    ['received', 'delivered'],
    ['permanent-failure', 'failed'],
    ['temporary-failure', 'failed'],
    ['a status of next year', 'on_its_way'],
  ])('%s: %s', (status, is) => {
    expect(deliveryFor(status).is).toBe(is);
  });

  it('gives every failure a sentence', () => {
    for (const delivery of Object.values(DELIVERIES)) {
      if (delivery.is === 'failed') expect(delivery.problem).toMatch(/^[A-Z].*\.$/);
    }
  });
});

describe('when a message is asked about again', () => {
  const sentAt = new Date('2026-11-20T09:00:00Z');
  const after = (seconds: number) => new Date(sentAt.getTime() + seconds * 1000);
  const HOUR = 3600;

  it.each([
    [0, 5],
    [4, 9],
    [60, 120],
    [5 * HOUR, 10 * HOUR],
    [20 * HOUR, 26 * HOUR],
  ])('%i seconds after it was sent: after %i', (age, next) => {
    expect(nextLookAt('email', sentAt, after(age))).toEqual(after(next));
  });

  it('not for ever', () => {
    expect(nextLookAt('email', sentAt, after(72 * HOUR - 1))).not.toBeNull();
    expect(nextLookAt('email', sentAt, after(72 * HOUR))).toBeNull();
    expect(nextLookAt('post', sentAt, after(72 * HOUR))).not.toBeNull();
    expect(nextLookAt('post', sentAt, after(7 * 24 * HOUR))).toBeNull();
  });
});

describe('postal lines', () => {
  it('leave blank ones out', () => {
    expect(addressLines('Ann\n\n1 Street\nLE11 5ZZ')).toEqual(['Ann', '1 Street', 'LE11 5ZZ']);
  });

  it('are seven at most, the postcode still last', () => {
    expect(addressLines('a\nb\nc\nd\ne\nf\ng\nh\nLE11 5ZZ')).toEqual([
      ...['a', 'b', 'c', 'd', 'e'],
      'f, g, h',
      'LE11 5ZZ',
    ]);
  });
});
