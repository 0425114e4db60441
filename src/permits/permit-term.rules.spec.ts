import { localDate } from '../shared/london-date.js';
import { lastDayOf, permitEndsAt, permitTerm } from './permit-term.rules.js';

const term = (differs: Partial<Parameters<typeof permitTerm>[0]> = {}) =>
  permitTerm({
    startOn: localDate('2026-12-01'),
    durationMonths: 12,
    approvedAt: new Date('2026-11-20T10:00:00Z'),
    renewedEndsAt: null,
    ...differs,
  });

describe('the term of a permit', () => {
  it('runs from the day asked for, for whole months, to midnight in London', () => {
    expect(term()).toEqual({
      startsAt: new Date('2026-12-01T00:00:00Z'),
      endsAt: new Date('2027-12-01T00:00:00Z'),
      startsOn: '2026-12-01',
      endsOn: '2027-11-30',
    });
  });

  it('starts with the approval when the day asked for has begun (R-ST-1)', () => {
    const approvedAt = new Date('2026-12-01T09:30:00Z');
    expect(term({ approvedAt })).toMatchObject({ startsAt: approvedAt, startsOn: '2026-12-01' });
  });

  it('counts from today when the day asked for is over', () => {
    const approvedAt = new Date('2026-12-05T09:30:00Z');
    expect(term({ approvedAt })).toMatchObject({
      startsAt: approvedAt,
      startsOn: '2026-12-05',
      endsOn: '2027-12-04',
    });
  });

  it('knows that London is ahead of UTC in summer', () => {
    const late = new Date('2026-06-30T23:30:00Z');
    expect(
      term({ startOn: localDate('2026-06-01'), durationMonths: 6, approvedAt: late }),
    ).toMatchObject({
      startsOn: '2026-07-01',
      endsOn: '2026-12-31',
      endsAt: new Date('2027-01-01T00:00:00Z'),
    });
  });

  it('ends at London midnight whatever the season it starts in', () => {
    expect(term({ startOn: localDate('2026-12-15'), durationMonths: 6 }).endsAt).toEqual(
      new Date('2027-06-14T23:00:00Z'),
    );
  });

  it('starts a renewal the moment the old permit ends (R-REN-4)', () => {
    const renewedEndsAt = new Date('2026-12-10T00:00:00Z');
    expect(term({ renewedEndsAt })).toEqual({
      startsAt: renewedEndsAt,
      endsAt: new Date('2027-12-10T00:00:00Z'),
      startsOn: '2026-12-10',
      endsOn: '2027-12-09',
    });
  });

  it('does not cover backwards when the renewed permit has ended', () => {
    const approvedAt = new Date('2026-11-20T10:00:00Z');
    const renewedEndsAt = new Date('2026-11-01T00:00:00Z');
    const startOn = localDate('2026-11-02');
    expect(term({ startOn, renewedEndsAt }).startsAt).toEqual(approvedAt);
    expect(term({ renewedEndsAt }).startsOn).toBe('2026-12-01');
  });

  it('gives whoever starts on 29 February the whole last month', () => {
    const leap = { startOn: localDate('2028-02-29'), approvedAt: new Date('2028-02-01T10:00:00Z') };
    expect(term(leap)).toMatchObject({ startsOn: '2028-02-29', endsOn: '2029-02-28' });
  });

  it('gives whoever starts on 31 August for six months the whole of February', () => {
    const august = { startOn: localDate('2027-08-31'), durationMonths: 6 };
    expect(term(august)).toMatchObject({ endsOn: '2028-02-29' });
  });
});

describe('the end of a permit', () => {
  const endsAt = new Date('2027-06-14T23:00:00Z');

  it('is its early end where it has one', () => {
    const endedEarlyAt = new Date('2027-01-05T12:00:00Z');
    expect(permitEndsAt({ endsAt, endedEarlyAt })).toBe(endedEarlyAt);
    expect(permitEndsAt({ endsAt, endedEarlyAt: null })).toBe(endsAt);
  });

  it('leaves the day before London midnight as the last day', () => {
    expect(lastDayOf(endsAt)).toBe('2027-06-14');
  });
});
