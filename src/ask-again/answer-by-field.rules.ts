import {
  type AnswerByRefusal,
  answerByRange,
  checkAnswerBy,
} from '../evidence-requests/answer-by.rules.js';
import {
  DATE_REFUSAL_WORDS,
  type DatePart,
  formatDate,
  type LocalDate,
  parseDayMonthYear,
} from '../shared/london-date.js';
import type { AnswerPolicy } from '../policy/policy-book.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

export type TypedDate = Partial<Record<DatePart, string>>;

const ALL_PARTS: readonly DatePart[] = ['day', 'month', 'year'];

/** The last day to answer as it was typed; a refusal brings its sentence and the boxes at fault. */
export function readAnswerBy(
  typed: TypedDate,
  today: LocalDate,
  policy: AnswerPolicy,
): Outcome<{ answerByOn: LocalDate }, 'wrong_date', { text: string; parts: readonly DatePart[] }> {
  const { day = '', month = '', year = '' } = typed;
  const read = parseDayMonthYear({ day, month, year });
  if (!read.ok) {
    const text = `Last day to answer ${DATE_REFUSAL_WORDS[read.refusal]}`;
    return refuse('wrong_date', { text, parts: read.fields });
  }
  const checked = checkAnswerBy(read.date, today, policy);
  if (checked.ok) return ok({ answerByOn: read.date });
  return refuse('wrong_date', {
    text: rangeWords(checked.refusal, answerByRange(today, policy)),
    parts: ALL_PARTS,
  });
}

/** The same day in the three boxes. */
export function typedDate(on: LocalDate): Record<DatePart, string> {
  const [year = '', month = '', day = ''] = on.split('-');
  return { day: String(Number(day)), month: String(Number(month)), year };
}

function rangeWords(
  refusal: AnswerByRefusal,
  { firstOn, lastOn }: ReturnType<typeof answerByRange>,
): string {
  return refusal === 'too_soon'
    ? `Last day to answer must be ${formatDate(firstOn)} or later, so that there is time`
    : `Last day to answer must be ${formatDate(lastOn)} or earlier`;
}
