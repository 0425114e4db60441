import { localDate } from '../shared/london-date.js';
import { readAnotherWay } from './read-another-way.rules.js';

const bounds = {
  ...{ today: localDate('2026-11-20'), askedOn: localDate('2026-11-18') },
  mustBeChecked: false,
};
const on = (day: string) => ({ day, month: '11', year: '2026' });
const typed = { way: 'cheque', paidOn: on('19'), checked: '' };
const faultsOf = (differs: object, more: object = {}) => {
  const read = readAnotherWay({ ...typed, ...differs }, { ...bounds, ...more });
  return read.ok ? [] : read.faults.map(({ field, text }) => `${field}: ${text}`);
};

describe('how money was given back another way', () => {
  it('is read', () => {
    expect(readAnotherWay(typed, bounds)).toEqual({
      ...{ ok: true, way: 'cheque', paidOn: '2026-11-19' },
    });
  });

  it.each(['18', '20'])('may be of the %s: the day it was asked for, and today', (day) => {
    expect(faultsOf({ paidOn: on(day) })).toEqual([]);
  });

  it.each([
    ['', 'must be entered'],
    ['17', 'must be 18 November 2026 or later'],
    ['21', 'must be today or in the past'],
    ['31', 'must be a real date'],
  ])('is not of day "%s"', (day, words) => {
    const paidOn = day === '' ? {} : on(day);
    expect(faultsOf({ paidOn })).toEqual([`paidOn: The day you paid it ${words}`]);
  });

  it('says every fault at once, and asks to be sure where only a person can be', () => {
    const faults = faultsOf({ way: 'toString', paidOn: {} }, { mustBeChecked: true });
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['way', 'paidOn', 'checked']);
    expect(faultsOf({ checked: 'yes' }, { mustBeChecked: true })).toEqual([]);
  });
});
