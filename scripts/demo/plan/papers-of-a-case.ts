import type { DemoPaper } from './demo-case.js';

/** Papers by the names that an officer would give them. Everything on them is right unless said. */
type Traits = Partial<DemoPaper>;

const sound = { format: 'pdf', quality: 'clear', marks: {} } as const;

export const bill = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'utility_bill',
  dated: { months: 1, days: 4 },
  ...traits,
});

export const statement = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'bank_statement',
  dated: { days: 19 },
  ...traits,
});

export const tenancy = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'tenancy_agreement',
  dated: { months: 2 },
  termMonths: 12,
  ...traits,
});

export const completion = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'completion_letter',
  dated: { days: 12 },
  ...traits,
});

export const solicitor = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'solicitor_letter',
  dated: { days: 9 },
  ...traits,
});

export const v5c = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'v5c',
  dated: { months: 7 },
  ...traits,
});

export const slip = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'new_keeper_slip',
  dated: { days: 8 },
  ...traits,
});

export const proofOfCare = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'proof_of_care',
  dated: { days: 15 },
  ...traits,
});

export const blueBadge = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'blue_badge',
  dated: { months: 14 },
  ...traits,
});

export const lease = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'lease_agreement',
  dated: { months: 5 },
  ...traits,
});

export const companyLetter = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'company_letter',
  dated: { days: 11 },
  ...traits,
});

export const motability = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'motability_certificate',
  dated: { months: 9 },
  ...traits,
});

export const garage = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'garage_agreement',
  dated: { days: 3 },
  ...traits,
});

export const invoice = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'sales_invoice',
  dated: { days: 6 },
  ...traits,
});

export const insurance = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'insurance_certificate',
  dated: { days: 6 },
  ...traits,
});

export const businessProof = (traits: Traits = {}): DemoPaper => ({
  ...sound,
  kind: 'business_proof',
  dated: { months: 6 },
  ...traits,
});

/** Taken with a telephone. */
export const photo = { format: 'photo' } as const;
export const scan = { format: 'scan' } as const;
