import {
  checkHoldReason,
  type HoldReason,
  type HoldReasonRefusal,
} from '../holds/hold-reasons.rules.js';
import { checkWake, wakeRange } from '../holds/wake-date.rules.js';
import {
  DATE_REFUSAL_WORDS,
  formatDate,
  type LocalDate,
  parseDayMonthYear,
} from '../shared/london-date.js';

interface Typed {
  reason: string;
  words: string;
  wakeOn: Partial<Record<'day' | 'month' | 'year', string>>;
}

export type ReadHold =
  | { ok: true; reason: HoldReason; wakeOn: LocalDate }
  | { ok: false; faults: { field: 'reason' | 'words' | 'wakeOn'; text: string }[] };

const REASON_WORDS: Readonly<
  Record<HoldReasonRefusal, { field: 'reason' | 'words'; text: string }>
> = {
  no_reason: { field: 'reason', text: 'Choose why the case is on hold' },
  needs_words: { field: 'words', text: 'Say why the case is on hold' },
};

/** What was chosen and typed, or every fault of it in the order of the page. */
export function readHoldForm(typed: Typed, now: Date, mostDays: number): ReadHold {
  const reason = checkHoldReason(typed.reason, typed.words);
  const wake = readWake(typed.wakeOn, now, mostDays);
  if (reason.ok && 'wakeOn' in wake) {
    return { ok: true, reason: reason.reason, wakeOn: wake.wakeOn };
  }
  const faults = [];
  if (!reason.ok) faults.push(REASON_WORDS[reason.refusal]);
  if ('text' in wake) faults.push({ field: 'wakeOn' as const, text: wake.text });
  return { ok: false, faults };
}

function readWake(
  { day = '', month = '', year = '' }: Typed['wakeOn'],
  now: Date,
  mostDays: number,
): { wakeOn: LocalDate } | { text: string } {
  const read = parseDayMonthYear({ day, month, year });
  if (!read.ok) return { text: `The day it wakes ${DATE_REFUSAL_WORDS[read.refusal]}` };
  const checked = checkWake(read.date, now, mostDays);
  if (checked.ok) return { wakeOn: read.date };
  const { firstOn, lastOn } = wakeRange(now, mostDays);
  return {
    text:
      checked.refusal === 'too_soon'
        ? `The day it wakes must be ${formatDate(firstOn)} or later`
        : `The day it wakes must be ${formatDate(lastOn)} or earlier`,
  };
}
