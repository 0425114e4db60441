import 'reflect-metadata';
import { webhookSecretFaults } from './payment-settings.js';

const now = new Date('2026-11-20T12:00:00Z');
const current = 'the secret that counts now';
const previous = 'the secret before it';
const faults = (settings: { previous?: string; until?: string }) =>
  webhookSecretFaults(
    {
      PAY_WEBHOOK_SECRET: current,
      ...(settings.previous && { PAY_WEBHOOK_PREVIOUS_SECRET: settings.previous }),
      ...(settings.until && { PAY_WEBHOOK_PREVIOUS_UNTIL: settings.until }),
    },
    now,
  ).map((fault) => fault.split(':')[0]);

describe('the secrets that notices are signed with', () => {
  it.each([
    ['one alone', {}, []],
    ['a previous one with an end', { previous, until: '2026-11-21T12:00:00Z' }, []],
    ['an end that is past', { previous, until: '2026-11-19T12:00:00Z' }, []],
    ['a previous one without an end', { previous }, ['PAY_WEBHOOK_PREVIOUS_UNTIL']],
    ['an end of nothing', { until: '2026-11-21T12:00:00Z' }, ['PAY_WEBHOOK_PREVIOUS_UNTIL']],
    ['the last day allowed', { previous, until: '2026-12-21T12:00:00Z' }, []],
    ['a second more', { previous, until: '2026-12-21T12:00:01Z' }, ['PAY_WEBHOOK_PREVIOUS_UNTIL']],
    [
      'a day there is not',
      { previous, until: '2026-13-40T12:00Z' },
      ['PAY_WEBHOOK_PREVIOUS_UNTIL'],
    ],
    [
      'the same one twice',
      { previous: current, until: '2026-11-21T12:00:00Z' },
      ['PAY_WEBHOOK_PREVIOUS_SECRET'],
    ],
  ])('%s', (_what, given, expected) => {
    expect(faults(given)).toEqual(expected);
  });
});
