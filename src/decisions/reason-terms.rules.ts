import { acceptableFrom } from '../evidence/freshness.rules.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { formatDate, type LocalDate } from '../shared/london-date.js';

/** What a reason may speak of. A fact that is not known is null, and the wording does without it. */
export interface ReasonFacts {
  /** Code and name of the permit type, as the application has it. */
  permitTypeCode: string;
  permitTypeName: string;
  /** The zone's name as on the street sign, such as `Z3`. */
  zoneName: string | null;
  /** Permits one property may hold at any one time. */
  capCount: number | null;
  /** The resident's own registration, printed as he reads it. */
  registration: string | null;
  /** The paper the reason is about; null when it is about the application. */
  paperKind: PaperKind | null;
  /** The date on that paper; for a Blue Badge the date it expires. */
  datedOn: LocalDate | null;
  /** The last day of the tenancy on that paper. */
  termToOn: LocalDate | null;
  /** The London day that paper, or the application, reached us (R-EV-2). */
  receivedOn: LocalDate;
  /** The day the next paper's age is measured from: today, or the answer-by day when asking again. */
  sendByOn: LocalDate;
}

/** One line of the catalogue, as the council keeps it. */
export interface ReasonTerms {
  /** Which version of the words this is. */
  readonly version: number;
  /** What officers choose by. */
  readonly label: string;
  readonly appliesTo: 'paper' | 'application';
  /** The kinds of paper it can be said of; null: of any kind, or of no paper. */
  readonly paperKinds: readonly PaperKind[] | null;
  /** The permit types it can be given for; null: for all. */
  readonly permitTypes: readonly string[] | null;
  /** What is wrong, in everyday words: names the paper and the rule. Sent to the resident. */
  readonly wording: string;
  /** What to send next time, with the calculated date where there is one. Sent to the resident. */
  readonly bring: string;
  /** What a rejection for this reason does to the money. */
  readonly moneyEffect: 'release';
  /** Whether one paper sent again can mend it ("fix only this"). */
  readonly canAskAgain: boolean;
  /** Whether the officer must write the words. */
  readonly needsWords: boolean;
  /** Its place among the others. */
  readonly order: number;
  /** From this day nobody can give it any more; null while it is in use. */
  readonly retiredFromOn: LocalDate | null;
}

/** How each kind of paper is called in the middle of a sentence. */
export const PAPER_IN_WORDS: Readonly<Record<PaperKind, string>> = {
  tenancy_agreement: 'tenancy agreement',
  utility_bill: 'utility bill',
  bank_statement: 'bank statement',
  completion_letter: 'letter of completion',
  solicitor_letter: 'solicitor’s letter',
  mobile_phone_bill: 'mobile phone bill',
  v5c: 'V5C log book',
  new_keeper_slip: 'new keeper slip (V5C/2)',
  company_letter: 'letter from the company that keeps the vehicle',
  lease_agreement: 'lease or hire agreement',
  motability_certificate: 'Motability certificate',
  garage_agreement: 'courtesy car agreement',
  sales_invoice: 'dealer’s invoice',
  insurance_certificate: 'certificate of motor insurance',
  proof_of_care: 'proof of care',
  blue_badge: 'Blue Badge',
  business_proof: 'proof of the business address',
  refund_exception_paper: 'paper for a refund exception',
};

/** `your utility bill`; `the paper you sent` when the kind is not known. */
export function yourPaper({ paperKind }: ReasonFacts): string {
  if (paperKind === null) return 'the paper you sent';
  return `${paperKind === 'company_letter' ? 'the' : 'your'} ${PAPER_IN_WORDS[paperKind]}`;
}

/** `a utility bill dated on or after 20 August 2026`: what would do, with its date (R-EV-2). */
export function acceptablePaper(kind: PaperKind, sendByOn: LocalDate): string {
  const dated = datedFrom(kind, sendByOn);
  return dated === null ? withArticle(kind) : `${withArticle(kind)} ${dated}`;
}

/** `dated on or after 20 August 2026`; null when that kind has no age limit. */
export function datedFrom(kind: PaperKind, sendByOn: LocalDate): string | null {
  const oldestOn = acceptableFrom(kind, sendByOn);
  return oldestOn === null ? null : `dated on or after ${formatDate(oldestOn)}`;
}

/** The paper this reason is about, as it must be next time. */
export function nextPaper({ paperKind, sendByOn }: ReasonFacts): string {
  return paperKind === null ? 'a paper' : acceptablePaper(paperKind, sendByOn);
}

/** Sentences on any paper that proves an address for a permit, with the age limit's date. */
export function addressPapers({ sendByOn }: ReasonFacts): string {
  return [
    'A signed tenancy agreement, a letter of completion or a solicitor’s letter will do.',
    `So will a utility bill or bank statement ${datedFrom('utility_bill', sendByOn) ?? ''}`.trimEnd() +
      '.',
  ].join(' ');
}

function withArticle(kind: PaperKind): string {
  const words = PAPER_IN_WORDS[kind];
  return kind === 'proof_of_care' || kind === 'business_proof' ? words : `a ${words}`;
}
