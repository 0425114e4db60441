import { countText } from '../shared/duration-text.js';
import type { LocalDate } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';

/** A number the council may set, with every line of it there was, is and will be. */
export interface NumberPolicy {
  key: string;
  subject: string;
  group: 'setting' | 'target';
  label: string;
  unit: string;
  least: number;
  most: number;
  means: string;
  /** The oldest first. */
  lines: readonly { validFrom: LocalDate; value: number }[];
}

export function valueOn({ lines }: Pick<NumberPolicy, 'lines'>, on: LocalDate): number | null {
  return lines.filter(({ validFrom }) => validFrom <= on).at(-1)?.value ?? null;
}

export function valueInWords({ unit }: Pick<NumberPolicy, 'unit'>, value: number | null): string {
  if (value === null) return 'Not set';
  return unit === 'pound' ? formatPounds(value * 100) : countText(value, unit);
}

/** A whole number in its bounds, and in order with its neighbours where there are any. */
export function readNumber(
  policy: NumberPolicy,
  typed: string,
  others: readonly NumberPolicy[],
  on: LocalDate,
): Outcome<{ value: number }, 'wrong_number', { text: string }> {
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : null;
  if (value === null || value < policy.least || value > policy.most) {
    const text = `Enter a whole number from ${policy.least} to ${policy.most}`;
    return refuse('wrong_number', { text });
  }
  const of = (key: string) => {
    const found = others.find((other) => other.key === key);
    return key === policy.key || !found ? value : (valueOn(found, on) ?? value);
  };
  const text = orderFault(policy.key, of);
  return text === null ? ok({ value }) : refuse('wrong_number', { text });
}

/** What is wrong with the order of the numbers that belong together; null when nothing is. */
function orderFault(key: string, of: (key: string) => number): string | null {
  if (/^answer_(fewest|usual|most)_days$/.test(key)) {
    const isInOrder =
      of('answer_fewest_days') <= of('answer_usual_days') &&
      of('answer_usual_days') <= of('answer_most_days');
    return isInOrder
      ? null
      : 'The shortest time must not be longer than the usual one, nor the usual one longer than the longest';
  }
  if (/^hold_(first|second|capture)_hours$/.test(key)) {
    const isInOrder =
      of('hold_first_hours') < of('hold_second_hours') &&
      of('hold_second_hours') < of('hold_capture_hours');
    return isInOrder
      ? null
      : 'The first warning must come before the second one, and that before the payment is taken';
  }
  return null;
}
