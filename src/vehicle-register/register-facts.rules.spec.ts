import { type RegisterFacts, readRegisterFacts } from './register-facts.rules.js';

const NOTHING: RegisterFacts = {
  make: null,
  colour: null,
  wheelplan: null,
  typeApproval: null,
  taxStatus: null,
  taxDueOn: null,
  motStatus: null,
  motExpiresOn: null,
  firstRegisteredMonth: null,
  lastV5cIssuedOn: null,
  markedForExport: false,
};
const read = (facts: object) =>
  readRegisterFacts({ registrationNumber: 'AA19AAA', ...facts }, 'AA19AAA');

describe('readRegisterFacts', () => {
  it('takes what the service answers for its first test mark', () => {
    const answer = {
      artEndDate: '2025-03-30',
      co2Emissions: 300,
      markedForExport: true,
      motStatus: 'No details held by DVLA',
      motExpiryDate: '2027-01-31',
      colour: 'RED',
      make: 'FORD',
      typeApproval: 'M1',
      taxDueDate: '2027-11-20',
      taxStatus: 'Taxed',
      dateOfLastV5CIssued: '2019-05-20',
      wheelplan: '2 AXLE RIGID BODY',
      monthOfFirstRegistration: '2019-03',
      somethingNew: { deep: true },
    };
    expect(read(answer)).toEqual({
      make: 'FORD',
      colour: 'RED',
      wheelplan: '2 AXLE RIGID BODY',
      typeApproval: 'M1',
      taxStatus: 'Taxed',
      taxDueOn: '2027-11-20',
      motStatus: 'No details held by DVLA',
      motExpiresOn: '2027-01-31',
      firstRegisteredMonth: '2019-03',
      lastV5cIssuedOn: '2019-05-20',
      markedForExport: true,
    });
  });

  it('needs nothing but the registration number', () => {
    expect(read({})).toEqual(NOTHING);
  });

  it.each([
    { taxDueDate: '<1 YEAR FROM NOW>' },
    { dateOfLastV5CIssued: '2019-02-30' },
    { dateOfLastV5CIssued: '20 May 2019' },
    { dateOfLastV5CIssued: 20190520 },
    { monthOfFirstRegistration: '2019-13' },
    { monthOfFirstRegistration: '2019-03-01' },
    { make: '' },
    { make: '   ' },
    { make: ['FORD'] },
    { make: 'F'.repeat(61) },
    { colour: null },
    { markedForExport: 'true' },
  ])('leaves out a fact of no known shape: %j', (facts) => {
    expect(read(facts)).toEqual(NOTHING);
  });

  it('makes one blank of several', () => {
    expect(read({ make: ' LAND\n  ROVER ' })?.make).toBe('LAND ROVER');
  });

  it.each([
    null,
    undefined,
    'AA19AAA',
    7,
    [],
    [{ registrationNumber: 'AA19AAA' }],
    {},
    { registrationNumber: 'AA19AAB' },
    { registrationNumber: ['AA19AAA'] },
  ])('is no answer about the vehicle asked for: %j', (body) => {
    expect(readRegisterFacts(body, 'AA19AAA')).toBeNull();
  });
});
