import { troublesOf, type Watched } from './watch.rules.js';

const NOW = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number, ms = 0) => new Date(NOW.getTime() - hours * 3_600_000 - ms);
const well: Watched = {
  ...{ lastEndedAt: ago(7), firstPaymentAt: ago(999), stopped: null, slowest: null },
  ...{ open: 0, oldestOpenAt: null },
};
const said = (change: Partial<Watched>) =>
  troublesOf({ ...well, ...change }, NOW).map(({ trouble }) => trouble);

describe('what is wrong with the daily comparison', () => {
  it.each<[string, Partial<Watched>, string[]]>([
    ['all is well', {}, []],
    ['finished 26 hours ago', { lastEndedAt: ago(26) }, []],
    ['finished longer ago', { lastEndedAt: ago(26, 1) }, ['reconciliation-overdue']],
    ['never finished, nothing to compare', { lastEndedAt: null, firstPaymentAt: null }, []],
    ['never finished, a payment of today', { lastEndedAt: null, firstPaymentAt: ago(5) }, []],
    ['never finished', { lastEndedAt: null }, ['reconciliation-overdue']],
    ['gave up', { stopped: { run: 'r', startedAt: ago(3) } }, ['reconciliation-stopped']],
    ['under way', { slowest: { run: 'r', since: ago(2) } }, []],
    ['no further for long', { slowest: { run: 'r', since: ago(2, 1) } }, ['reconciliation-stuck']],
    ['found yesterday', { open: 3, oldestOpenAt: ago(48) }, []],
    ['left alone', { open: 3, oldestOpenAt: ago(48, 1) }, ['differences-unexplained']],
  ])('%s', (_when, change, expected) => {
    expect(said(change)).toEqual(expected);
  });
});
