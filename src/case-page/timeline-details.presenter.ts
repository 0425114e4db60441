import { ARRIVAL_HINTS, isArrivalHint } from '../applications/arrival-hints.rules.js';
import {
  CORRECTION_REASON_LABELS,
  isCorrectionReason,
} from '../applications/registration-correction.rules.js';
import {
  isReviewChannel,
  isReviewOutcome,
  REVIEW_CHANNEL_LABELS,
  REVIEW_OUTCOME_LABELS,
} from '../decision-reviews/decision-review.rules.js';
import { REOPENING_CAUSE_WORDS, type ReopeningCause } from '../decisions/reopening.rules.js';
import { isWithdrawalReason, WITHDRAWAL_REASONS } from '../decisions/withdrawal-reasons.rules.js';
import { HOLD_REASONS, isHoldReason } from '../holds/hold-reasons.rules.js';
import { PAPER_VERDICT_STATES, type PaperVerdict } from '../evidence/paper-check.rules.js';
import {
  LETTER_CHANNEL_LABELS,
  LETTER_KIND_LABELS,
  type LetterChannel,
  type LetterKind,
} from '../letters/letter-kinds.rules.js';
import { HOLD_ENDING_WORDS, lapsedWords } from '../hold-endings/hold-ending-words.rules.js';
import { CORRECTION_CAUSES, isCorrectionCause } from '../payment-comparisons/corrections.rules.js';
import { EFFECT_WORDS } from '../payments/payment-words.rules.js';
import type { CommandEffect } from '../payments/payment-actions.rules.js';
import { isRedactionReason, REDACTION_REASONS } from '../evidence/redaction-reasons.rules.js';
import type { ExceptionState } from '../refund-exceptions/exception-states.rules.js';
import {
  EXCEPTION_REASONS,
  EXCEPTION_STATE_TAGS,
  isExceptionReason,
} from '../refund-exceptions/exception-words.rules.js';
import { EXCEPTION_PAPER, isPaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { countText } from '../shared/duration-text.js';
import { formatDate, formatDateTime, localDate } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { registerAnswerInWords } from '../vehicle-register/register-words.rules.js';
import type { TimelinePayloads, TimelineType } from '../timeline/timeline-events.rules.js';

/** Words that the council keeps in tables. */
interface Names {
  reason: (code: string) => string;
}

type Details = { [T in TimelineType]: (payload: TimelinePayloads[T], names: Names) => object };

const MONEY_ASKED: Readonly<Record<string, string>> = {
  capture: 'Take',
  release: 'Give back',
  refund: 'Refund',
};

/** For each event what its partial in `views/timeline/` prints: words, never codes. */
export const TIMELINE_DETAILS: Details = {
  'application-received': ({ channel, hints }) => ({
    channel: CHANNEL_WORDS[channel] ?? channel,
    hints: hints.map((hint) => (isArrivalHint(hint) ? ARRIVAL_HINTS[hint] : hint)),
  }),
  'evidence-received': ({ kind, pages }) => ({
    paper: paperName(kind),
    pages: countText(pages, 'page'),
  }),
  'evidence-scanned': ({ kind, outcome }) => ({
    paper: paperName(kind),
    outcome: outcome === 'clean' ? 'no virus was found' : 'there is no scanner: not scanned',
  }),
  'evidence-refused': ({ kind, because }) => ({
    paper: paperName(kind),
    because:
      because === 'infected'
        ? 'a virus was found. The file is destroyed: ask for the paper again.'
        : 'the stored file was damaged. Ask for the paper again.',
  }),
  'evidence-file-unusable': ({ kind, because }) => ({
    paper: paperName(kind),
    because: UNUSABLE_WORDS[because] ?? because,
  }),
  'evidence-viewed': ({ kind, what }) => ({
    paper: paperName(kind),
    what: what === 'original' ? 'the original file' : 'its pages',
  }),
  'case-claimed': () => ({}),
  'case-released': () => ({}),
  'case-taken-over': () => ({}),
  'case-assigned': () => ({}),
  'case-put-on-hold': ({ reason, wakeOn }) => ({
    reason: isHoldReason(reason) ? HOLD_REASONS[reason] : reason,
    wakes: formatDate(localDate(wakeOn)),
  }),
  'case-hold-ended': () => ({}),
  'page-redacted': ({ kind, page, reason }) => ({
    paper: paperName(kind),
    page: String(page),
    reason: isRedactionReason(reason) ? REDACTION_REASONS[reason].toLowerCase() : reason,
  }),
  'paper-checked': ({ kind, wasKind, verdict }) => ({
    paper: paperName(kind),
    was: wasKind && paperName(wasKind),
    verdict: PAPER_VERDICT_STATES[verdict as PaperVerdict] ?? verdict,
  }),
  'registration-corrected': ({ reason }) => ({
    reason: isCorrectionReason(reason) ? CORRECTION_REASON_LABELS[reason] : reason,
  }),
  'conflict-noticed': () => ({}),
  'case-opened-by-auditor': () => ({}),
  'register-asked': () => ({}),
  'register-answered': ({ answer, because }) => ({ words: registerAnswerInWords(answer, because) }),
  'note-written': () => ({}),
  'evidence-requested': ({ items, answerByOn }, names) => ({
    items: items.map(({ kind, reason }) => `${paperName(kind)}: ${names.reason(reason)}`),
    answerBy: formatDate(localDate(answerByOn)),
  }),
  'evidence-answered': ({ kinds }) => ({ papers: kinds.map(paperName) }),
  'evidence-request-reminded': () => ({}),
  'evidence-request-lapsed': () => ({}),
  'evidence-request-closed': () => ({}),
  'application-approved': ({ permitReference, startsOn, endsOn, vehicleAlsoOn = [] }) => ({
    permit: permitReference,
    alsoOn: vehicleAlsoOn.join(', ') || null,
    from: formatDate(localDate(startsOn)),
    to: formatDate(localDate(endsOn)),
  }),
  'application-rejected': ({ reasons }, names) => ({ reasons: reasons.map(names.reason) }),
  'application-withdrawn': ({ reason }) => ({
    reason: isWithdrawalReason(reason) ? WITHDRAWAL_REASONS[reason].label : reason,
  }),
  'second-look-asked': ({ dueAt }) => ({ due: formatDateTime(new Date(dueAt)) }),
  'second-look-settled': ({ outcome }) => ({ outcome: SECOND_LOOK_OUTCOMES[outcome] }),
  'decision-reopened': ({ because, round }) => ({
    because: REOPENING_CAUSE_WORDS[because as ReopeningCause] ?? because,
    round,
  }),
  'review-opened': ({ channel, answerByOn }) => ({
    channel: isReviewChannel(channel) ? REVIEW_CHANNEL_LABELS[channel] : channel,
    answerBy: formatDate(localDate(answerByOn)),
  }),
  'review-settled': ({ outcome }) => ({
    outcome: isReviewOutcome(outcome) ? REVIEW_OUTCOME_LABELS[outcome] : outcome,
  }),
  'payment-requested': ({ kind, amountPence }) => ({
    what: MONEY_ASKED[kind] ?? kind,
    amount: formatPounds(amountPence),
  }),
  'payment-settled': ({ effect, amountPence }) => ({
    effect: EFFECT_WORDS[effect as CommandEffect] ?? effect,
    amount: formatPounds(amountPence),
  }),
  'payment-needs-attention': ({ problem }) => ({ problem }),
  'refund-seen': ({ amountPence }) => ({ amount: formatPounds(amountPence) }),
  'ledger-corrected': ({ gainPence, cause }) => ({
    amount: formatPounds(Math.abs(gainPence)),
    than: gainPence > 0 ? 'less' : 'more',
    cause: isCorrectionCause(cause) ? CORRECTION_CAUSES[cause].toLowerCase() : cause,
  }),
  'payment-hold-ending': ({ stage, holdEndsAt }) => ({
    words: HOLD_ENDING_WORDS[stage],
    ends: formatDateTime(new Date(holdEndsAt)),
  }),
  'payment-lapsed': ({ state }) => ({ words: lapsedWords(state) }),
  'payment-asked-again': ({ amountPence, payByOn }) => ({
    amount: formatPounds(amountPence),
    payBy: formatDate(localDate(payByOn)),
  }),
  'payment-made-again': ({ amountPence, toStaffId }) => ({
    amount: formatPounds(amountPence),
    where: toStaffId === null ? 'The case is in the queue.' : 'The case is back with who asked.',
  }),
  'payment-request-lapsed': () => ({}),
  'payment-request-closed': () => ({}),
  'payment-settled-another-way': ({ amountPence, reference }) => ({
    amount: formatPounds(amountPence),
    reference,
  }),
  'returned-twice': ({ amountPence }) => ({ amount: formatPounds(amountPence) }),
  'double-return-closed': ({ amountPence }) => ({ amount: formatPounds(amountPence) }),
  'payment-differs': ({ declaredPence, providerPence }) => ({
    declared: formatPounds(declaredPence),
    provider: providerPence === null ? null : formatPounds(providerPence),
  }),
  'exception-requested': ({ amountPence, reason }) => ({
    amount: formatPounds(amountPence),
    reason: isExceptionReason(reason) ? EXCEPTION_REASONS[reason] : reason,
  }),
  'exception-settled': ({ amountPence, outcome }) => ({
    amount: formatPounds(amountPence),
    outcome: EXCEPTION_STATE_TAGS[outcome as ExceptionState].text,
  }),
  'letter-written': (letter) => letterDetails(letter),
  'letter-sent': (letter) => letterDetails(letter),
  'letter-failed': (letter) => ({ ...letterDetails(letter), problem: letter.problem }),
};

const UNUSABLE_WORDS: Readonly<Partial<Record<string, string>>> = {
  missing: 'the stored file is missing. Support has to look for it.',
  damaged: 'the stored file is not what was stored. Nothing of it is shown; support has to look.',
  unknown_key: 'the key that opens the file is not set up here. Support has to look.',
};

const SECOND_LOOK_OUTCOMES = {
  agreed: 'Agreed: the letter goes now.',
  disagreed: 'Not agreed.',
  lapsed: 'Nobody looked in time, so the letter goes now.',
} as const;

const CHANNEL_WORDS: Readonly<Partial<Record<string, string>>> = {
  online: 'Online',
  portal: 'Through the portal',
  post: 'By post, entered by staff',
  phone: 'By telephone, entered by staff',
};

function letterDetails({ kind, channel }: { kind: string; channel: string }) {
  const letter = LETTER_KIND_LABELS[kind as LetterKind] ?? 'Letter';
  const way = LETTER_CHANNEL_LABELS[channel as LetterChannel] ?? channel;
  return { letter, way: way.toLowerCase() };
}

function paperName(kind: string): string {
  return isPaperKind(kind) || kind === EXCEPTION_PAPER ? paperKindTerms(kind).label : 'Paper';
}
