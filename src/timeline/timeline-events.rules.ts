/**
 * Every fact the timeline keeps, with the shape of what it says.
 * Each type has a partial of its name in `views/timeline/` (a test demands it).
 * Payloads hold codes and ids, never a name, an address or a registration.
 */
export interface TimelinePayloads {
  'application-received': { channel: string; hints: string[] };
  'evidence-received': { paperId: string; kind: string; pages: number };
  /** The virus check let the paper through, or there was no scanner any more. */
  'evidence-scanned': { paperId: string; kind: string; outcome: string };
  'evidence-refused': { paperId: string; kind: string; because: string };
  /** A stored file is gone or is not what was written. */
  'evidence-file-unusable': { paperId: string; kind: string; because: string };
  'evidence-viewed': { paperId: string; kind: string; what: 'pages' | 'original' };
  'page-redacted': { paperId: string; kind: string; page: number; reason: string };
  'case-claimed': Record<string, never>;
  'case-released': Record<string, never>;
  'case-assigned': { toStaffId: string };
  'case-put-on-hold': { holdId: string; reason: string; wakeOn: string };
  'case-hold-ended': Record<string, never>;
  'case-taken-over': { fromStaffId: string | null; noteId: string };
  /** `wasKind`: what the sender had called it, when the officer corrected that; else null. */
  'paper-checked': { paperId: string; kind: string; wasKind: string | null; verdict: string };
  'registration-corrected': { reason: string };
  /** Somebody wished to know again; the first time nobody is asked. */
  'register-asked': Record<string, never>;
  /** `because`: why there is no answer; else null. */
  'register-answered': {
    answer: 'found' | 'not_in_register' | 'not_checked';
    because: string | null;
  };
  /** Somebody with an interest in the case went to decide it; what it is stands nowhere here. */
  'conflict-noticed': Record<string, never>;
  /** Once a day and auditor. */
  'case-opened-by-auditor': Record<string, never>;
  'note-written': { noteId: string };
  'evidence-requested': {
    requestId: string;
    items: { kind: string; reason: string }[];
    answerByOn: string;
  };
  'evidence-answered': { requestId: string; kinds: string[] };
  'evidence-request-reminded': { requestId: string };
  'evidence-request-lapsed': { requestId: string };
  'evidence-request-closed': { requestId: string };
  /** `vehicleAlsoOn`: other permits and cases with the vehicle; a note of the case says why. */
  'application-approved': {
    permitReference: string | null;
    startsOn: string;
    endsOn: string;
    vehicleAlsoOn?: string[];
  };
  'application-rejected': { reasons: string[] };
  'application-withdrawn': { reason: string };
  /** `dueAt`: when the letter goes by itself (ISO 8601). */
  'second-look-asked': { checkId: string; dueAt: string };
  'second-look-settled': { checkId: string; outcome: 'agreed' | 'disagreed' | 'lapsed' };
  'decision-reopened': { because: string; round: number };
  'review-opened': { reviewId: string; channel: string; answerByOn: string };
  'review-settled': { reviewId: string; outcome: string };
  'payment-requested': { commandId: string; kind: MoneyKind; amountPence: number };
  'payment-settled': {
    commandId: string;
    kind: MoneyKind;
    effect: string;
    amountPence: number;
  };
  'payment-needs-attention': { commandId: string; kind: MoneyKind; problem: string };
  /** Somebody made a refund at the payment service that nothing here had asked for. */
  'refund-seen': { amountPence: number };
  /** `gainPence`: what the payment service had beyond the ledger; below nothing: what it lacked. */
  'ledger-corrected': { differenceId: string; gainPence: number; cause: string };
  /** `stage`: the first or second warning, or that the money is taken before its hold ends (ISO 8601). */
  'payment-hold-ending': {
    paymentId: string;
    stage: 'first' | 'second' | 'capture';
    holdEndsAt: string;
  };
  /** Nothing is held or taken any more, or never was. */
  'payment-lapsed': { paymentId: string; state: string };
  'payment-asked-again': { requestId: string; amountPence: number; payByOn: string };
  /** `toStaffId`: the officer the case is back with; null: it waits for anybody. */
  'payment-made-again': { requestId: string; amountPence: number; toStaffId: string | null };
  'payment-request-lapsed': { requestId: string };
  'payment-request-closed': { requestId: string };
  /** A person gave it back by another way than the card. */
  'payment-settled-another-way': { commandId: string; amountPence: number; reference: string };
  /** It was settled another way, and then the card was refunded after all. */
  'returned-twice': { commandId: string; amountPence: number };
  'double-return-closed': { commandId: string; amountPence: number };
  'payment-differs': { declaredPence: number; providerPence: number | null };
  'exception-requested': { exceptionId: string; amountPence: number; reason: string };
  'exception-settled': { exceptionId: string; amountPence: number; outcome: string };
  'letter-written': { letterId: string; kind: string; channel: string };
  'letter-sent': { letterId: string; kind: string; channel: string };
  'letter-failed': { letterId: string; kind: string; channel: string; problem: string };
}

type MoneyKind = 'capture' | 'release' | 'refund';

export type TimelineType = keyof TimelinePayloads;

/** The same list as values, for tests and for reading rows back. */
export const TIMELINE_TYPES = [
  'application-received',
  'evidence-received',
  'evidence-scanned',
  'evidence-refused',
  'evidence-file-unusable',
  'evidence-viewed',
  'page-redacted',
  'case-claimed',
  'case-released',
  'case-taken-over',
  'case-assigned',
  'case-put-on-hold',
  'case-hold-ended',
  'paper-checked',
  'registration-corrected',
  'register-asked',
  'register-answered',
  'conflict-noticed',
  'case-opened-by-auditor',
  'note-written',
  'evidence-requested',
  'evidence-answered',
  'evidence-request-reminded',
  'evidence-request-lapsed',
  'evidence-request-closed',
  'application-approved',
  'application-rejected',
  'application-withdrawn',
  'second-look-asked',
  'second-look-settled',
  'decision-reopened',
  'review-opened',
  'review-settled',
  'payment-requested',
  'payment-settled',
  'payment-needs-attention',
  'refund-seen',
  'ledger-corrected',
  'payment-hold-ending',
  'payment-lapsed',
  'payment-asked-again',
  'payment-made-again',
  'payment-request-lapsed',
  'payment-request-closed',
  'payment-settled-another-way',
  'returned-twice',
  'double-return-closed',
  'payment-differs',
  'exception-requested',
  'exception-settled',
  'letter-written',
  'letter-sent',
  'letter-failed',
] as const satisfies readonly TimelineType[];

/** Facts about staff that supervisors and auditors see on the timeline, and nobody else. */
export const SUPERVISION_TYPES: readonly TimelineType[] = [
  'conflict-noticed',
  'case-opened-by-auditor',
];

/** Who did it. Automatic acts are the system's; `client` is an API client such as the portal. */
export type Actor =
  | { kind: 'staff'; id: string }
  | { kind: 'client'; id: string }
  | { kind: 'resident' }
  | { kind: 'system' };

export type TimelineEvent = {
  [T in TimelineType]: { type: T; payload: TimelinePayloads[T] };
}[TimelineType];
