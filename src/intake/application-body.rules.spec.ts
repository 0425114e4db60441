import fc from 'fast-check';
import { API_EXAMPLES } from './api-examples.js';
import { readApplicationBody } from './application-body.rules.js';
import { canonicalJson } from './canonical-json.rules.js';

type Body = Record<string, unknown>;
const GOOD: Body = { ...API_EXAMPLES.application };

function faultsOf(changes: Body): string[] {
  const read = readApplicationBody({ ...GOOD, ...changes });
  return read.ok ? [] : read.faults.map(({ pointer, code }) => `${pointer} ${code}`);
}
const applicant = (changes: Body) => ({
  applicant: { ...(GOOD['applicant'] as Body), ...changes },
});
const vehicle = (changes: Body) => ({ vehicle: { ...(GOOD['vehicle'] as Body), ...changes } });

describe('an application’s body', () => {
  it('is read into the forms we keep', () => {
    const read = readApplicationBody({
      ...GOOD,
      ...vehicle({ registration: 'ab12-cde' }),
      property: { uprn: ' 000999000000001 ' },
      concernsPermit: 'pd 7kmx 4tpj',
    });
    expect(read.ok).toBe(true);
    expect(read.draft).toMatchObject({
      applicant: { mobile: '+447700900123', email: 'priya@example.com' },
      property: { uprn: '999000000001' },
      vehicle: { registration: 'AB12CDE', registrationOverride: null, class: null },
      declarationAcceptedAt: new Date('2026-11-20T09:10:00Z'),
      concernsPermit: 'PD-7KMX-4TPJ',
    });
  });

  it.each([
    ['a vehicle need not be', { vehicle: null }, []],
    ['a payment need not be', { payment: null }, []],
    [
      '£0 is no payment',
      { payment: { providerPaymentId: 'a', amountPence: 0 } },
      ['/payment/amountPence out_of_range'],
    ],
    [
      'pounds are no pence',
      { payment: { providerPaymentId: 'a', amountPence: 55.5 } },
      ['/payment/amountPence must_be_a_whole_number'],
    ],
    ['e-mail by e-mail', applicant({ email: null }), ['/applicant/email needed_for_contact']],
    [
      'texts by mobile',
      applicant({ contactPreference: 'text', mobile: null }),
      ['/applicant/mobile needed_for_contact'],
    ],
    ['post needs neither', applicant({ contactPreference: 'post', email: null, mobile: null }), []],
    [
      'a landline is no mobile',
      applicant({ mobile: '01632 960001' }),
      ['/applicant/mobile not_a_mobile'],
    ],
    [
      'two addresses',
      applicant({ email: 'a@example.com,b@example.com' }),
      ['/applicant/email not_an_email'],
    ],
    [
      'no such channel',
      applicant({ assistedChannel: 'pigeon' }),
      ['/applicant/assistedChannel not_one_of'],
    ],
    ['a day that is none', { startOn: '2027-02-29' }, ['/startOn not_a_date']],
    [
      'a time without offset',
      { declarationAcceptedAt: '2026-11-20T09:10:00' },
      ['/declarationAcceptedAt not_a_time'],
    ],
    [
      'an hour that is none',
      { declarationAcceptedAt: '2026-11-20T24:10:00Z' },
      ['/declarationAcceptedAt not_a_time'],
    ],
    ['a time elsewhere', { declarationAcceptedAt: '2026-11-20T10:10:00.5+01:00' }, []],
    ['a UPRN in letters', { property: { uprn: 'ABC' } }, ['/property/uprn not_a_uprn']],
    [
      'a permit that cannot be',
      { concernsPermit: 'PD-0000-0000' },
      ['/concernsPermit not_a_reference'],
    ],
    ['no class without a vehicle', vehicle({ class: 'none' }), ['/vehicle/class not_one_of']],
  ])('%s', (_, changes, expected) => {
    expect(faultsOf(changes)).toEqual(expected);
  });
});

describe('a registration (R-VRM-4, R-VRM-7)', () => {
  it.each([
    ['FY64BB0', ['FY64 BBO']],
    ['LGO9RVK', ['LG09 RVK']],
    ['LI4ENM', ['L14 ENM']],
  ])('%s is refused with what was meant', (registration, suggestions) => {
    const read = readApplicationBody({ ...GOOD, ...vehicle({ registration }) });
    expect(read).toMatchObject({
      ok: false,
      faults: [{ pointer: '/vehicle/registration', code: 'not_a_registration', suggestions }],
    });
    expect(read.draft.vehicle?.registration).toBeUndefined();
  });

  it('of no usual shape needs a reason, which a usual one does not keep', () => {
    expect(faultsOf(vehicle({ registration: '101 D 234' }))).toEqual([
      '/vehicle/registration not_a_registration',
    ]);
    const reason = { registrationOverride: 'Diplomatic plate' };
    const unusual = readApplicationBody({
      ...GOOD,
      ...vehicle({ registration: '101 D 234', ...reason }),
    });
    expect(unusual.draft.vehicle).toMatchObject({ registration: '101D234', ...reason });
    const usual = readApplicationBody({ ...GOOD, ...vehicle(reason) });
    expect(usual.draft.vehicle).toMatchObject({
      registration: 'AB12CDE',
      registrationOverride: null,
    });
    expect(faultsOf(vehicle({ registration: 'АВ12', ...reason }))).toEqual([
      '/vehicle/registration not_a_registration',
    ]);
  });
});

it('is read or refused, whatever is sent, and never thrown at', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(GOOD)), (value, field) => {
      const read = readApplicationBody({ ...GOOD, [field]: value });
      expect(read.ok || read.faults.length > 0).toBe(true);
      const whole = readApplicationBody(value);
      expect(whole.ok).toBe(false);
    }),
  );
});

describe('canonical JSON', () => {
  it('does not see the order of names, nor null where nothing stands', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: 'x' }], a: null })).toBe('{"b":[1,{"c":"x","d":1}]}');
    expect(canonicalJson({ b: 1 })).toBe(canonicalJson({ a: undefined, b: 1 }));
  });

  it('sees everything else', () => {
    const different = [{ a: 1 }, { a: '1' }, { a: [1] }, { b: 1 }, [], {}, null, [null], '{}'];
    const texts = different.map(canonicalJson);
    expect(new Set(texts).size).toBe(texts.length);
  });
});
