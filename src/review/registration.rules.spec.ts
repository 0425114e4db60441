import { CORRECTION_REASONS } from '../applications/registration-correction.rules.js';
import { decideCorrection, type TypedCorrection, type VehicleRow } from './registration.rules.js';

const current: VehicleRow = {
  registration: 'AB12CDE',
  registrationKey: 'AB12CDE',
  registrationOverride: null,
};
const decide = (typed: Partial<TypedCorrection>) =>
  decideCorrection({ registration: 'LG09 RVK', reason: 'typing_slip', why: '', ...typed }, current);
const fields = (typed: Partial<TypedCorrection>) => {
  const decided = decide(typed);
  return decided.ok ? [] : decided.faults.map(({ field }) => field);
};

describe('a corrected registration', () => {
  it.each(CORRECTION_REASONS)('of a usual shape needs no override: %s', (reason) => {
    expect(decide({ reason, why: 'seen' })).toEqual({
      ok: true,
      vehicle: { registration: 'LG09RVK', registrationKey: 'LG09RVK', registrationOverride: null },
      reason,
    });
  });

  it.each([
    ['FY64BB0', 'FY64BBO'],
    ['LGO9RVK', 'LG09RVK'],
    ['LI4ENM', 'L14ENM'],
  ])('%s is not saved as %s, only offered (R-VRM-4)', (typed, meant) => {
    const decided = decide({ registration: typed });
    expect(decided).toMatchObject({ ok: false, suggestions: [meant] });
    expect(fields({ registration: typed })).toEqual(['registration']);
  });

  it('of an unusual kind is taken with words that say why (R-VRM-7)', () => {
    const unusual = { registration: '101D234', reason: 'unusual' };
    expect(fields(unusual)).toEqual(['why']);
    expect(fields({ ...unusual, why: '   ' })).toEqual(['why']);
    expect(fields({ ...unusual, why: 'x'.repeat(501) })).toEqual(['why']);
    expect(decide({ ...unusual, why: ' Diplomatic ' })).toMatchObject({
      vehicle: { registration: '101D234', registrationOverride: 'Diplomatic' },
    });
  });

  it('of an unusual kind still has its bounds', () => {
    const why = 'Foreign';
    for (const registration of ['', 'A', 'ABCDEFGHIJKLM', 'АB12CDE', '<b>']) {
      expect(fields({ registration, reason: 'unusual', why })).toEqual(['registration']);
    }
  });

  it('tells everything that is missing at once', () => {
    expect(fields({ registration: '', reason: '' })).toEqual(['registration', 'reason']);
    expect(fields({ registration: '', reason: 'unusual' })).toEqual(['registration', 'why']);
    expect(fields({ reason: 'constructor' })).toEqual(['reason']);
  });

  it('must be another one', () => {
    expect(fields({ registration: 'ab12 cde' })).toEqual(['registration']);
  });
});
