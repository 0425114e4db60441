import fc from 'fast-check';
import { NO_FILTERS } from './queue-filters.rules.js';
import { QUEUE_DIRECTIONS, QUEUE_SORTS, type QueueOrder } from './queue-order.rules.js';
import {
  queueIndex,
  type QueueRange,
  queueRanges,
  sortColumns,
  zoneOrder,
} from './queue-ranges.rules.js';

/** A small queue as the database would hold it, with rows that come last among the others. */
const NO_HOLD = '9999-12-31 00:00:00.000';
const row = fc.record({
  hold_order_at: fc.constantFrom('2026-11-20 10:00:00.000', '2026-11-21 10:00:00.000', NO_HOLD),
  zone_order: fc.constantFrom(zoneOrder('Z2'), zoneOrder('Z12'), zoneOrder('none')),
  permit_type_code: fc.constantFrom('business', 'resident'),
  received_at: fc.constantFrom('2026-11-01 10:00:00.000', '2026-11-02 10:00:00.000'),
});
type Row = Record<string, string>;
const rowsOf = fc
  .array(row, { maxLength: 30 })
  .map((rows) => rows.map((one, at): Row => ({ ...one, id: String(at).padStart(3, '0') })));
const orderOf = fc.record({
  sort: fc.constantFrom(...QUEUE_SORTS),
  direction: fc.constantFrom(...QUEUE_DIRECTIONS),
});

function isWithin(one: Row, range: QueueRange): boolean {
  return range.every(({ column, sign, value }) => {
    const own = one[column] ?? '';
    if (sign === '=') return own === value;
    return sign === '<' ? own < value : own > value;
  });
}

/** What the stretches give, read one after the other as the database reads them. */
function read(
  rows: readonly Row[],
  order: QueueOrder,
  from: Parameters<typeof queueRanges>[1],
): Row[] {
  const { ranges, isUp } = queueRanges(order, from);
  const columns = sortColumns(order.sort);
  const compare = (a: Row, b: Row): number => {
    const column = columns.find((name) => a[name] !== b[name]);
    if (column === undefined) return 0;
    return (a[column] ?? '') < (b[column] ?? '') === isUp ? -1 : 1;
  };
  return ranges.flatMap((range) => rows.filter((one) => isWithin(one, range)).sort(compare));
}

describe('the stretches of the queue', () => {
  it('give every case once, those without a hold or a zone at the end in either direction', () => {
    fc.assert(
      fc.property(rowsOf, orderOf, (rows, order) => {
        const all = read(rows, order, null);
        expect(all.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
        if (order.sort === 'zone' || order.sort === 'risk' || order.sort === 'hold') {
          const [first = ''] = sortColumns(order.sort);
          const isLast = all.map((one) => [NO_HOLD, zoneOrder('none')].includes(one[first] ?? ''));
          expect(isLast).toEqual([...isLast].sort((a, b) => Number(a) - Number(b)));
        }
      }),
    );
  });

  it('go on after any place, and back before it, exactly where the whole list does', () => {
    fc.assert(
      fc.property(rowsOf, orderOf, fc.nat(29), (rows, order, at) => {
        const all = read(rows, order, null);
        const here = all[at];
        if (!here) return;
        const place = sortColumns(order.sort).map((column) => here[column] ?? '');
        expect(read(rows, order, { place, side: 'after' })).toEqual(all.slice(at + 1));
        const back = read(rows, order, { place, side: 'before' });
        expect(back.reverse()).toEqual(all.slice(0, at));
      }),
      { numRuns: 500 },
    );
  });

  it('are read from an index that is in their order', () => {
    const index = (sort: (typeof QUEUE_SORTS)[number], differs = {}) =>
      queueIndex({ sort, direction: 'asc' }, { ...NO_FILTERS, ...differs });
    expect(QUEUE_SORTS.map((sort) => index(sort))).toEqual([
      'ix_applications_by_hold',
      'ix_applications_by_received',
      'ix_applications_by_type',
      'ix_applications_by_zone',
      'ix_applications_by_hold',
    ]);
    expect(index('risk', { zone: 'Z2' })).toBe('ix_applications_zone_hold');
    expect(index('risk', { type: 'resident' })).toBe('ix_applications_type_hold');
    expect(index('received', { zone: 'Z2' })).toBe('ix_applications_by_zone');
    expect(index('received', { type: 'resident' })).toBe('ix_applications_by_type');
    expect(index('risk', { status: 'on_hold' })).toBe('ix_applications_on_hold');
    expect(index('risk', { assigned: 'me' })).toBeNull();
  });
});
