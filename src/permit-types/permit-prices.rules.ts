import { appliesOn, type EffectivePeriod } from '../shared/effective-dates.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Pence } from '../shared/money.js';
import { ok, refuse, type Outcome } from '../shared/outcome.js';
import type { VehicleClass } from './permit-type.rules.js';

/** One line of the price list. `pricePence: null` is a blank: it exists but cannot be sold (U-1). */
export interface PermitPrice extends EffectivePeriod {
  readonly permitTypeCode: string;
  readonly vehicleClass: VehicleClass;
  /** Whole months; 0 for what has no term of its own, the vehicle change request. */
  readonly durationMonths: number;
  readonly pricePence: Pence | null;
}

/** What somebody wants to buy, on the day the price list is read for (the purchase date, R-PRI-1). */
export interface PriceQuestion {
  readonly prices: readonly PermitPrice[];
  readonly permitTypeCode: string;
  readonly vehicleClass: VehicleClass;
  readonly durationMonths: number;
  readonly on: LocalDate;
}

export type TermRefusal = 'not_offered_for_vehicle' | 'duration_not_offered';
export type PriceRefusal = TermRefusal | 'no_price';
interface Offered {
  /** The terms that are offered instead, shortest first; empty when none is. */
  readonly offeredMonths: readonly number[];
}

export type TermOutcome = Outcome<{ line: PermitPrice }, TermRefusal, Offered>;
export type PriceOutcome = Outcome<{ pricePence: Pence }, PriceRefusal, Offered>;

/** Is this term offered at all, priced or blank? A term is offered when the price list has a line for it. */
export function checkTerm(question: PriceQuestion): TermOutcome {
  const lines = linesOffered(question);
  const offeredMonths = lines.map((line) => line.durationMonths);
  if (lines.length === 0) return refuse('not_offered_for_vehicle', { offeredMonths });
  const line = lines.find((offered) => offered.durationMonths === question.durationMonths);
  return line ? ok({ line }) : refuse('duration_not_offered', { offeredMonths });
}

/** The list price in pence, before the free concession; a blank price blocks the sale. */
export function priceFor(question: PriceQuestion): PriceOutcome {
  const term = checkTerm(question);
  if (!term.ok) return term;
  const { pricePence } = term.line;
  const offeredMonths = linesOffered(question).map((line) => line.durationMonths);
  return pricePence === null ? refuse('no_price', { offeredMonths }) : ok({ pricePence });
}

/**
 * What is due: nothing for the application that holds the property's free slot (R-FREE-1, R-FREE-2),
 * even where the list price is blank; otherwise the list price.
 */
export function amountDue(question: PriceQuestion, holdsFreeSlot: boolean): PriceOutcome {
  if (!holdsFreeSlot) return priceFor(question);
  const term = checkTerm(question);
  return term.ok ? ok({ pricePence: 0 }) : term;
}

function linesOffered(question: PriceQuestion): PermitPrice[] {
  return question.prices
    .filter(
      (line) =>
        line.permitTypeCode === question.permitTypeCode &&
        line.vehicleClass === question.vehicleClass &&
        appliesOn(line, question.on),
    )
    .sort((a, b) => a.durationMonths - b.durationMonths);
}
