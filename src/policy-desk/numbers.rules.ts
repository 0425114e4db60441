import { countText } from '../shared/duration-text.js';
import type { LocalDate } from '../shared/london-date.js';
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
  return value === null ? 'Not set' : countText(value, unit);
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
  const isAnswer = policy.key.startsWith('answer_') && policy.key.endsWith('st_days');
  const isUsual = policy.key === 'answer_usual_days';
  const inOrder =
    of('answer_fewest_days') <= of('answer_usual_days') &&
    of('answer_usual_days') <= of('answer_most_days');
  if ((isAnswer || isUsual) && !inOrder) {
    const text =
      'The shortest time must not be longer than the usual one, nor the usual one longer than the longest';
    return refuse('wrong_number', { text });
  }
  return ok({ value });
}
