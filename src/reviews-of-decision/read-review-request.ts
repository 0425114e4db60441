import type { CaseFile } from '../case-file/case-file.queries.js';
import { isReviewChannel, type ReviewChannel } from '../decision-reviews/decision-review.rules.js';
import { fieldError } from '../platform/web/parse-form.js';
import {
  DATE_REFUSAL_WORDS,
  type LocalDate,
  londonDateOf,
  parseDayMonthYear,
} from '../shared/london-date.js';
import { REVIEW_ASKED_FAULT_WORDS, reviewAskedFaults } from './open-review.rules.js';
import type { ReviewDraft, ReviewFault } from './review-request.presenter.js';

/** A request with nothing wrong in it. */
export interface KnownRequest {
  channel: ReviewChannel;
  receivedOn: LocalDate;
  asked: string;
}

/** What was typed, or every fault in it in the order of the page. */
export function readReviewRequest(
  { channel, receivedOn, asked }: ReviewDraft,
  { application: { decidedAt } }: Pick<CaseFile, 'application'>,
  today: LocalDate,
): { ok: true; request: KnownRequest } | { ok: false; faults: ReviewFault[] } {
  const date = parseDayMonthYear({ day: '', month: '', year: '', ...receivedOn });
  const day = date.ok ? date.date : null;
  const decidedOn = londonDateOf(decidedAt ?? new Date(0));
  const typed = { channel, receivedOn: day, asked };
  const wrong = reviewAskedFaults(typed, { decidedOn, today }).map(({ field, fault }) =>
    field === 'receivedOn' ? ofDate(fault, 'day') : ofField(field, fault),
  );
  const faults = date.ok ? wrong : [...wrong, unreadable(date)];
  if (faults.length > 0 || day === null || !isReviewChannel(channel)) {
    return { ok: false, faults: inOrder(faults) };
  }
  return { ok: true, request: { channel, receivedOn: day, asked } };
}

function unreadable({ refusal, fields }: Unreadable): ReviewFault {
  const text = `The day ${DATE_REFUSAL_WORDS[refusal]}`;
  const href = `#receivedOn-${fields[0] ?? 'day'}`;
  return { ...fieldError('receivedOn', text, href), parts: fields };
}

type Unreadable = Extract<ReturnType<typeof parseDayMonthYear>, { ok: false }>;
type FaultCode = keyof typeof REVIEW_ASKED_FAULT_WORDS;

function ofDate(fault: FaultCode, part: 'day'): ReviewFault {
  const text = REVIEW_ASKED_FAULT_WORDS[fault];
  return {
    ...fieldError('receivedOn', text, `#receivedOn-${part}`),
    parts: ['day', 'month', 'year'],
  };
}

function ofField(field: string, fault: FaultCode): ReviewFault {
  return fieldError(field, REVIEW_ASKED_FAULT_WORDS[fault]);
}

const ORDER = ['channel', 'receivedOn', 'asked'];

function inOrder(faults: readonly ReviewFault[]): ReviewFault[] {
  return [...faults].sort((one, other) => ORDER.indexOf(one.field) - ORDER.indexOf(other.field));
}
