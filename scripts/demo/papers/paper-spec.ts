/** Every kind of paper the demo can put in a resident's hand. */
export const PAPER_KINDS = [
  'v5c',
  'new_keeper_slip',
  'tenancy_agreement',
  'utility_bill',
  'mobile_phone_bill',
  'bank_statement',
  'completion_letter',
  'solicitor_letter',
  'proof_of_care',
  'blue_badge',
  'lease_agreement',
  'company_letter',
  'motability_certificate',
  'garage_agreement',
  'sales_invoice',
  'insurance_certificate',
  'business_proof',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** `pdf` as a firm would send it, `photo` taken with a telephone (JPEG), `scan` from a flatbed (PNG). */
export const PAPER_FORMATS = ['pdf', 'photo', 'scan'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

export const PAPER_QUALITIES = ['clear', 'blurred', 'dark', 'turned', 'upside_down'] as const;
export type PaperQuality = (typeof PAPER_QUALITIES)[number];

/** Dates are London calendar dates, 'YYYY-MM-DD'; `to` is the last day. */
export interface PaperTerm {
  from: string;
  to: string;
}

export interface PaperAddress {
  lines: string[];
  postcode: string;
}

export interface PaperSpec {
  kind: PaperKind;
  /** The person (or, for a company's V5C or a business proof, the firm) the paper names. */
  holderName: string;
  address: PaperAddress;
  /** Needed by the papers about a vehicle. */
  registration?: string;
  make?: string;
  colour?: string;
  /** The date on the paper. Needed by all but a tenancy or lease, which fall back on `term.from`. */
  datedOn?: string;
  /** Needed by tenancies; the vehicle papers make up a usual one from `datedOn`. */
  term?: PaperTerm;
  /** Tenancies, leases, letters and loan agreements: are the signatures there? Default true. */
  signed?: boolean;
  /** Tenancy only: a stationer's form filled in by hand. Default false. */
  handwritten?: boolean;
  /** Document or account number; made up from the seed when absent. */
  reference?: string;
  /** Landlord, employer, supplier, bank, garage…; made up from the seed when absent. */
  issuerName?: string;
  format: PaperFormat;
  quality: PaperQuality;
  seed: number | string;
}

export type PaperContentType = 'application/pdf' | 'image/jpeg' | 'image/png';

export interface Paper {
  fileName: string;
  contentType: PaperContentType;
  bytes: Buffer;
}

/** The registration the paper must show; a paper about no vehicle is the caller's mistake. */
export function registrationOn(spec: PaperSpec): string {
  if (!spec.registration) throw new Error(`A ${spec.kind} must show a registration`);
  return spec.registration;
}

/** The date on the paper, 'YYYY-MM-DD'. */
export function dateOn(spec: PaperSpec): string {
  const datedOn = spec.datedOn ?? spec.term?.from;
  if (!datedOn) throw new Error(`A ${spec.kind} must show a date: give datedOn`);
  return datedOn;
}
