import type {
  CoveredPlate,
  LedgerApplication,
  LedgerPermit,
  LedgerRows,
} from '../../src/household-ledger/ledger-rows.js';

/** A household as its ledger reads it: one resident’s case in review; say what must differ. */
export const LEDGER_NOW = new Date('2026-11-20T10:00:00Z');

export const ledgerCase = (differs: Partial<LedgerApplication> = {}): LedgerApplication => ({
  id: 'case',
  reference: 'PD-2222-2222',
  status: 'in_review',
  typeCode: 'resident',
  typeName: 'Resident',
  applicantName: 'Priya Example',
  email: 'priya@example.com',
  mobile: '+447700900123',
  uprn: '100',
  address: '1 Invented Street',
  postcode: 'LE11 5ZZ',
  registration: 'AB12CDO',
  receivedAt: new Date('2026-11-17T09:00:00Z'),
  permitEndsAt: null,
  ...differs,
});

export const stranger = (differs: Partial<LedgerApplication> = {}) =>
  ledgerCase({
    id: 'other',
    reference: 'PD-3333-3333',
    applicantName: 'Kit Sample',
    email: 'kit@example.com',
    mobile: null,
    uprn: '200',
    address: '2 Made-up Road',
    postcode: 'LE11 1AA',
    registration: 'FY64BBO',
    ...differs,
  });

export const livePermit = (differs: Partial<LedgerPermit> = {}): LedgerPermit => ({
  id: 'permit',
  reference: 'PD-4444-4444',
  applicationId: 'granted',
  caseReference: 'PD-5555-5555',
  typeName: 'Essential carer',
  holderName: 'Ash Example',
  email: null,
  mobile: null,
  startsAt: new Date('2026-05-04T00:00:00Z'),
  endsAt: new Date('2027-05-03T23:00:00Z'),
  endedEarlyAt: null,
  registration: 'LG09RVK',
  ...differs,
});

export const coveredPlate = (differs: Partial<CoveredPlate> = {}): CoveredPlate => ({
  permitId: 'elsewhere',
  permitReference: 'PD-6666-6666',
  caseReference: 'PD-7777-7777',
  registration: 'AB12CDO',
  coveredTo: new Date('2027-02-01T00:00:00Z'),
  uprn: '200',
  zones: 'Z2',
  ...differs,
});

export const ledgerRows = (differs: Partial<LedgerRows> = {}): LedgerRows => ({
  current: ledgerCase(),
  concernsPermitId: null,
  paperKinds: ['utility_bill', 'v5c'],
  propertyCap: 2,
  slots: [],
  permits: [],
  here: [],
  matching: [],
  plates: [],
  rejections: [],
  movedOn: [],
  ...differs,
});
