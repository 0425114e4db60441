/**
 * Every kind of paper and what it must show. Which kinds a permit type accepts is data
 * (`permit_evidence_needs`); what a kind is, is here.
 */
export interface PaperKindTerms {
  readonly label: string;
  /** What the date on it is called; null when the kind bears no date that matters. */
  readonly dateLabel: string | null;
  /** Each needs its own mark before the paper can be accepted. */
  readonly facts: readonly PaperFact[];
  /** The date on it is at most this many calendar months before it was received (R-EV-2). */
  readonly freshForMonths: number | null;
  /** The day it was received must lie inside the term written on it. */
  readonly inTerm: boolean;
  /** Health data: restricted viewing (R-EV-4). */
  readonly isHealth: boolean;
  /** False for a kind that no rule accepts for anything; it is listed so that it can be named. */
  readonly canSatisfy: boolean;
  /** False for what staff attach to a request of theirs: no evidence, and nothing a resident sends. */
  readonly isEvidence: boolean;
}

export const PAPER_FACTS = [
  'name',
  'address',
  'term',
  'signatures',
  'date',
  'registration',
  'document_reference',
  'keeper_name',
  'keeper_address',
] as const;
export type PaperFact = (typeof PAPER_FACTS)[number];

export const PAPER_FACT_LABELS: Readonly<Record<PaperFact, string>> = {
  name: 'Name',
  address: 'Address',
  term: 'Tenancy term',
  signatures: 'Signatures',
  date: 'Date',
  registration: 'Registration',
  document_reference: 'Document reference',
  keeper_name: 'Keeper’s name',
  keeper_address: 'Keeper’s address',
};

const ordinary = {
  ...{ freshForMonths: null, inTerm: false, isHealth: false },
  ...{ canSatisfy: true, isEvidence: true },
};

export const PAPER_KINDS = {
  // R-EV-3: four marks, all of which must pass.
  tenancy_agreement: {
    ...ordinary,
    label: 'Tenancy agreement',
    dateLabel: null,
    facts: ['name', 'address', 'term', 'signatures'],
    inTerm: true,
  },
  utility_bill: {
    ...ordinary,
    label: 'Utility bill',
    dateLabel: 'Date of the bill',
    facts: ['name', 'address', 'date'],
    freshForMonths: 3,
  },
  bank_statement: {
    ...ordinary,
    label: 'Bank statement',
    dateLabel: 'Date of the statement',
    facts: ['name', 'address', 'date'],
    freshForMonths: 3,
  },
  completion_letter: {
    ...ordinary,
    label: 'Letter of completion',
    dateLabel: 'Date of the letter',
    facts: ['name', 'address', 'date'],
  },
  solicitor_letter: {
    ...ordinary,
    label: 'Solicitor’s letter',
    dateLabel: 'Date of the letter',
    facts: ['name', 'address', 'date'],
  },
  mobile_phone_bill: {
    ...ordinary,
    label: 'Mobile phone bill',
    dateLabel: 'Date of the bill',
    facts: ['name', 'address', 'date'],
    canSatisfy: false,
  },
  // R-V5C-4: it shows who keeps the vehicle, not who owns it.
  v5c: {
    ...ordinary,
    label: 'V5C registration document',
    dateLabel: 'Date of issue',
    facts: ['document_reference', 'registration', 'keeper_name', 'keeper_address', 'date'],
  },
  // R-V5C-5: the slip proves little about an address, so none is asked of it.
  new_keeper_slip: {
    ...ordinary,
    label: 'New keeper slip (V5C/2)',
    dateLabel: 'Date of sale or transfer',
    facts: ['document_reference', 'registration', 'keeper_name', 'date'],
  },
  company_letter: {
    ...ordinary,
    label: 'Letter from the company that keeps the vehicle',
    dateLabel: 'Date of the letter',
    facts: ['name', 'address', 'registration', 'date', 'signatures'],
  },
  lease_agreement: {
    ...ordinary,
    label: 'Lease or hire agreement',
    dateLabel: 'Date of the agreement',
    facts: ['name', 'address', 'registration', 'date'],
  },
  motability_certificate: {
    ...ordinary,
    label: 'Motability certificate',
    dateLabel: 'Date of the certificate',
    facts: ['name', 'registration', 'date'],
  },
  garage_agreement: {
    ...ordinary,
    label: 'Garage’s courtesy car agreement',
    dateLabel: 'Date of the agreement',
    facts: ['name', 'registration', 'date'],
  },
  sales_invoice: {
    ...ordinary,
    label: 'Dealer’s invoice',
    dateLabel: 'Date of the invoice',
    facts: ['name', 'registration', 'date'],
  },
  insurance_certificate: {
    ...ordinary,
    label: 'Certificate of motor insurance',
    dateLabel: 'Date the insurance starts',
    facts: ['name', 'registration', 'date'],
  },
  proof_of_care: {
    ...ordinary,
    label: 'Proof of care',
    dateLabel: 'Date of the proof',
    facts: ['name', 'address', 'date'],
    isHealth: true,
  },
  blue_badge: {
    ...ordinary,
    label: 'Blue Badge',
    dateLabel: 'Date the badge expires',
    facts: ['name', 'date'],
    isHealth: true,
  },
  business_proof: {
    ...ordinary,
    label: 'Proof of the business’s address',
    dateLabel: 'Date of the proof',
    facts: ['name', 'address', 'date'],
  },
  refund_exception_paper: {
    ...ordinary,
    label: 'Paper for a refund exception',
    dateLabel: null,
    facts: [],
    canSatisfy: false,
    isEvidence: false,
  },
} as const satisfies Readonly<Record<string, PaperKindTerms>>;

export type PaperKind = keyof typeof PAPER_KINDS;

/** Sent by staff with a request to give money back; kept and shown like evidence, and none. */
export const EXCEPTION_PAPER: PaperKind = 'refund_exception_paper';

/** Every kind of evidence. */
export const PAPER_KIND_CODES = (Object.keys(PAPER_KINDS) as readonly PaperKind[]).filter(
  (kind) => PAPER_KINDS[kind].isEvidence,
);

/** A kind of evidence: all that a sender, an officer or the council may name. */
export function isPaperKind(code: string): code is PaperKind {
  return PAPER_KIND_CODES.some((kind) => kind === code);
}

/** "utility bill, bank statement or V5C registration document". */
export function papersInWords(kinds: readonly PaperKind[]): string {
  const names = kinds.map((kind) => inSentence(PAPER_KINDS[kind].label));
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}

/** Lower case at the start, but for names that keep their capitals. */
export function inSentence(label: string): string {
  return /^(V5C|Blue|Motability)/.test(label)
    ? label
    : label.charAt(0).toLowerCase() + label.slice(1);
}

/** The same table without its literal types, for reading one kind's terms. */
export function paperKindTerms(kind: PaperKind): PaperKindTerms {
  return PAPER_KINDS[kind];
}
