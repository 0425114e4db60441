import { localDate } from '../shared/london-date.js';
import { checkHoldReason, HOLD_REASONS, holdReasonWords } from './hold-reasons.rules.js';
import {
  checkWake,
  isOnHold,
  wakeRange,
  wakesAt,
  wakesTooLateForMoney,
} from './wake-date.rules.js';

const now = new Date('2026-11-20T10:42:00Z');
const on = (text: string) => localDate(text);

describe('the day a case wakes', () => {
  it.each([
    ['2026-11-19', 'too_soon'],
    ['2026-11-20', 'too_soon'],
    ['2026-11-21', null],
    ['2026-12-04', null],
    ['2026-12-05', 'too_late'],
  ])('%s', (day, refusal) => {
    const checked = checkWake(on(day), now, 14);
    expect(checked.ok ? null : checked.refusal).toBe(refusal);
  });

  it('counts from London’s day, not from Greenwich’s', () => {
    const lateEvening = new Date('2026-06-30T23:30:00Z');
    expect(wakeRange(lateEvening, 14)).toEqual({ firstOn: '2026-07-02', lastOn: '2026-07-15' });
  });

  it('begins when London’s day does, in summer and in winter', () => {
    expect(wakesAt(on('2026-11-21'))).toEqual(new Date('2026-11-21T00:00:00Z'));
    expect(wakesAt(on('2026-07-01'))).toEqual(new Date('2026-06-30T23:00:00Z'));
  });

  it('is over at its instant and needs nobody', () => {
    const wakes = wakesAt(on('2026-11-21'));
    expect(isOnHold(wakes, new Date(wakes.getTime() - 1))).toBe(true);
    expect(isOnHold(wakes, wakes)).toBe(false);
    expect(isOnHold(null, now)).toBe(false);
  });

  it('is too late for the money when the payment’s hold ends before', () => {
    const wakeOn = on('2026-11-22');
    expect(wakesTooLateForMoney(wakeOn, new Date('2026-11-21T23:59:59Z'))).toBe(true);
    expect(wakesTooLateForMoney(wakeOn, new Date('2026-11-22T00:00:00Z'))).toBe(false);
    expect(wakesTooLateForMoney(wakeOn, null)).toBe(false);
  });
});

describe('why a case is on hold', () => {
  it.each(Object.keys(HOLD_REASONS))('%s', (code) => {
    expect(checkHoldReason(code, '').ok).toBe(code !== 'other');
    expect(checkHoldReason(code, 'words').ok).toBe(true);
  });

  it('is one of the list, and another reason needs words', () => {
    for (const code of ['', 'constructor', 'because']) {
      expect(checkHoldReason(code, 'words')).toMatchObject({ refusal: 'no_reason' });
    }
    expect(checkHoldReason('other', '  ')).toMatchObject({ refusal: 'needs_words' });
  });

  it('reads as one line', () => {
    expect(holdReasonWords('resident_will_ring', '')).toBe('The resident will ring back');
    expect(holdReasonWords('resident_will_ring', 'after 4pm')).toBe(
      'The resident will ring back: after 4pm',
    );
    expect(holdReasonWords('other', 'Fire at the address')).toBe('Fire at the address');
  });
});
