import type { Transfer } from '../ledger/ledger-terms.rules.js';
import {
  areFiguresFresh,
  correctionDue,
  decideAnswer,
  decideCorrection,
  takenBackBy,
} from './corrections.rules.js';
import {
  DIFFERENCE_KINDS,
  NEVER_CORRECTED,
  type Ours,
  type Sides,
  type Theirs,
} from './differences.rules.js';

const NOW = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);
const theirs = (change: Partial<Theirs> = {}): Theirs => ({
  ...{ state: 'success', amountPence: 5500, refundedPence: 0, capturedOn: null, settledOn: null },
  ...change,
});
const ours = (change: Partial<Ours> = {}): Ours => ({
  ...{ state: 'success', amountPence: 5500, refundedPence: 0, clearingPence: 5500 },
  ...change,
});
const sides = (change: Partial<Sides>): Sides => ({
  ...{ ours: ours(), theirs: theirs(), corrected: NEVER_CORRECTED },
  ...change,
});
const lines = (entries: readonly Transfer[]) =>
  entries.map(({ debit, credit, pence }) => `${debit} < ${credit} ${pence}`);

describe('what must be posted', () => {
  it.each<[string, Partial<Sides>, string[], number]>([
    ['both agree', {}, [], 0],
    ['another price in the application', { ours: ours({ amountPence: 5400 }) }, [], 0],
    [
      'the ledger has too little',
      { ours: ours({ clearingPence: 5000 }) },
      ['provider_clearing < write_off 500'],
      500,
    ],
    [
      'the ledger has too much',
      { theirs: theirs({ state: 'error' }) },
      ['write_off < provider_clearing 5500'],
      -5500,
    ],
    ['they lack it', { theirs: null }, ['write_off < provider_clearing 5500'], -5500],
    ['we lack it', { ours: null }, ['provider_clearing < write_off 5500'], 5500],
    [
      'we lack it, corrected before',
      { ours: null, corrected: { unplacedPence: 5000, times: 1 } },
      ['provider_clearing < write_off 500'],
      500,
    ],
    ['held, and we lack it', { ours: null, theirs: theirs({ state: 'capturable' }) }, [], 0],
  ])('%s', (_when, change, entries, gain) => {
    const due = correctionDue('amount_differs', sides(change));
    expect([lines(due.entries), due.gainPence, due.sizePence]).toEqual([
      entries,
      gain,
      Math.abs(gain),
    ]);
  });

  it.each(DIFFERENCE_KINDS)('%s: only where the ledger itself is apart', (kind) => {
    const apart = sides({ ours: ours({ clearingPence: 0 }) });
    const isOfLedger = ['amount_differs', 'ours_missing', 'theirs_missing'].includes(kind);
    expect(correctionDue(kind, apart).sizePence).toBe(isOfLedger ? 5500 : 0);
  });

  it('reverses the earlier correction that it takes back exactly, and no other', () => {
    const there: Transfer = { debit: 'provider_clearing', credit: 'write_off', pence: 500 };
    const back: Transfer = { debit: 'write_off', credit: 'provider_clearing', pence: 500 };
    const earlier = [{ effectKey: 'closed:1', entries: [there] }];
    expect(takenBackBy([back], earlier)).toBe('closed:1');
    expect(takenBackBy([{ ...back, pence: 499 }], earlier)).toBeNull();
    expect(takenBackBy([there], earlier)).toBeNull();
  });
});

const due = correctionDue('ours_missing', sides({ ours: null }));
const asked = {
  ...{ isOpen: true, isWaiting: false, lastFoundAt: ago(1), due, shownPence: 5500 },
  ...{ limitPence: 5500, now: NOW },
};

describe('who may correct, and when', () => {
  it.each([
    ['up to the limit alone', {}, { ok: true, needsSecond: false }],
    ['above it with another', { limitPence: 5499 }, { ok: true, needsSecond: true }],
    ['closed', { isOpen: false }, { refusal: 'explained' }],
    ['asked for already', { isWaiting: true }, { refusal: 'waiting' }],
    ['old figures', { lastFoundAt: ago(37) }, { refusal: 'figures_old' }],
    ['another amount shown', { shownPence: 5499 }, { refusal: 'figures_moved' }],
    [
      'nothing due any more',
      { due: correctionDue('duplicate', sides({})), shownPence: 0 },
      { refusal: 'figures_moved' },
    ],
  ])('%s', (_when, change, expected) => {
    expect(decideCorrection({ ...asked, ...change })).toMatchObject(expected);
  });

  const answer = {
    ...{ state: 'waiting' as const, askedBy: 'ann', askedPence: 5500, by: 'bob', isAgreed: true },
    ...{ isOpen: true, lastFoundAt: ago(1), due, now: NOW },
  };
  it.each([
    ['another person agrees', {}, { ok: true }],
    ['the same person', { by: 'ann' }, { refusal: 'own_request' }],
    ['the same person declines', { by: 'ann', isAgreed: false }, { refusal: 'own_request' }],
    ['answered before', { state: 'posted' as const }, { refusal: 'not_waiting' }],
    ['gone meanwhile', { isOpen: false }, { refusal: 'explained' }],
    ['gone meanwhile, declined', { isOpen: false, isAgreed: false }, { ok: true }],
    ['old figures', { lastFoundAt: ago(37) }, { refusal: 'figures_old' }],
    ['moved meanwhile', { askedPence: 5400 }, { refusal: 'figures_moved' }],
  ])('%s', (_when, change, expected) => {
    expect(decideAnswer({ ...answer, ...change })).toMatchObject(expected);
  });

  it('figures hold for 36 hours', () => {
    expect([areFiguresFresh(ago(36), NOW), areFiguresFresh(ago(36.01), NOW)]).toEqual([
      true,
      false,
    ]);
  });
});
