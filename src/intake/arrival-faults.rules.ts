import {
  amountDue,
  checkTerm,
  type PriceOutcome,
  type PriceQuestion,
} from '../permit-types/permit-prices.rules.js';
import { FREE_SLOTS_PER_PROPERTY, slotLimitWords } from '../property-slots/property-slots.rules.js';
import { countText } from '../shared/duration-text.js';
import { renewalOpensOn } from '../permits/renewal.rules.js';
import { addMonths, formatDate } from '../shared/local-date.js';
import { formatPounds } from '../shared/money.js';
import type { ApplicationDraft } from './application-body.rules.js';
import { type ArrivalFacts, getsFreeSlot, vehicleClassOf } from './arrival.rules.js';
import { listed } from './body-fields.rules.js';
import type { Fault } from './faults.rules.js';

/** A portal's clock may run ahead of ours by so much. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const FURTHEST_MONTHS_AHEAD = 12;

/** Every fault that needs the clock or the council's own data to be seen. */
export function arrivalFaults(draft: ApplicationDraft, facts: ArrivalFacts): Fault[] {
  return [
    ...typeFaults(draft, facts),
    ...propertyFaults(draft, facts),
    ...termFaults(draft, facts),
    ...timeFaults(draft, facts),
    ...permitFaults(draft, facts),
    ...moneyFaults(draft, facts),
  ];
}

function typeFaults({ permitType }: ApplicationDraft, facts: ArrivalFacts): Fault[] {
  if (permitType === undefined || facts.permitType) return [];
  const words = `Permit type must be ${listed(facts.offeredTypes.map(({ code }) => code))}`;
  return [{ pointer: '/permitType', code: 'unknown_permit_type', words }];
}

function propertyFaults({ property }: ApplicationDraft, facts: ArrivalFacts): Fault[] {
  if (property?.uprn === undefined || facts.property) return [];
  const words = 'The council’s list has no property with this UPRN';
  return [{ pointer: '/property/uprn', code: 'unknown_property', words }];
}

function termFaults(draft: ApplicationDraft, facts: ArrivalFacts): Fault[] {
  const question = priceQuestion(draft, facts);
  const term = question && checkTerm(question);
  if (!term || term.ok || !facts.permitType) return [];
  const { name } = facts.permitType;
  if (term.refusal === 'duration_not_offered') {
    const offered = listed(term.offeredMonths.map((months) => countText(months, 'month')));
    const words = `${name} is offered for ${offered}`;
    return [{ pointer: '/durationMonths', code: 'term_not_offered', words }];
  }
  const [pointer, words] =
    draft.vehicle === null
      ? ['/vehicle', `${name} needs a vehicle`]
      : ['/vehicle/class', `${name} is not offered for a ${question.vehicleClass}`];
  return [{ pointer, code: 'not_for_this_vehicle', words }];
}

function timeFaults(draft: ApplicationDraft, { receivedAt, receivedOn }: ArrivalFacts): Fault[] {
  const faults: Fault[] = [];
  const { startOn, declarationAcceptedAt } = draft;
  const pointer = '/startOn';
  if (startOn !== undefined && startOn < receivedOn) {
    const words = 'Start date must be today or later';
    faults.push({ pointer, code: 'in_the_past', words });
  }
  if (startOn !== undefined && startOn > addMonths(receivedOn, FURTHEST_MONTHS_AHEAD)) {
    const words = `Start date must be within the next ${FURTHEST_MONTHS_AHEAD} months`;
    faults.push({ pointer, code: 'too_far_ahead', words });
  }
  const latest = receivedAt.getTime() + CLOCK_TOLERANCE_MS;
  if (declarationAcceptedAt !== undefined && declarationAcceptedAt.getTime() > latest) {
    const words = 'Time the declaration was accepted must not lie in the future';
    faults.push({ pointer: '/declarationAcceptedAt', code: 'in_the_future', words });
  }
  return faults;
}

function permitFaults(draft: ApplicationDraft, facts: ArrivalFacts): Fault[] {
  const pointer = '/concernsPermit';
  const { permitType, concernedPermit, property } = facts;
  if (draft.concernsPermit === null && permitType && !permitType.grantsPermit) {
    const words = `${permitType.name} must name the permit it is about`;
    return [{ pointer, code: 'permit_needed', words }];
  }
  if (!property || !concernedPermit) return [];
  if (concernedPermit.isKnown) return renewalFaults(facts);
  const words = 'There is no permit with this reference at this property';
  return [{ pointer, code: 'unknown_permit', words }];
}

/** R-REN-1: a permit can be renewed from 30 days before its last day, not earlier. */
function renewalFaults({ permitType, concernedPermit, receivedOn }: ArrivalFacts): Fault[] {
  const lastDayOn = concernedPermit?.lastDayOn ?? null;
  if (!permitType?.grantsPermit || lastDayOn === null) return [];
  const opensOn = renewalOpensOn(lastDayOn);
  if (receivedOn >= opensOn) return [];
  const words = `This permit lasts until ${formatDate(lastDayOn)}. It can be renewed from ${formatDate(opensOn)}`;
  return [{ pointer: '/concernsPermit', code: 'too_early_to_renew', words }];
}

function moneyFaults(draft: ApplicationDraft, facts: ArrivalFacts): Fault[] {
  const question = priceQuestion(draft, facts);
  if (!question || !facts.permitType || !facts.property) return paymentUsedFaults(facts);
  const due = amountDue(question, getsFreeSlot(facts));
  return [...paymentUsedFaults(facts), ...dueFaults(draft, facts, due)];
}

function paymentUsedFaults({ isPaymentUsed }: ArrivalFacts): Fault[] {
  if (!isPaymentUsed) return [];
  const words = 'This payment belongs to another application';
  return [{ pointer: '/payment/providerPaymentId', code: 'payment_already_used', words }];
}

function dueFaults(draft: ApplicationDraft, facts: ArrivalFacts, due: PriceOutcome): Fault[] {
  const { payment } = draft;
  const because = whyNotFree(facts);
  if (!due.ok) {
    if (due.refusal !== 'no_price') return [];
    const words = `${because}The council has set no price for this, so it cannot be applied for`;
    return [{ pointer: '/permitType', code: 'no_price', words }];
  }
  const price = formatPounds(due.pricePence);
  if (payment === null && due.pricePence > 0) {
    const words = `${because}A payment of ${price} is needed`;
    return [{ pointer: '/payment', code: 'payment_needed', words }];
  }
  if (!payment || payment.amountPence === undefined) return [];
  if (due.pricePence === 0) {
    const words = 'There is nothing to pay for this application: leave the payment out';
    return [{ pointer: '/payment', code: 'nothing_to_pay', words }];
  }
  if (payment.amountPence === due.pricePence) return [];
  const words = `${because}The price is ${price}, not ${formatPounds(payment.amountPence)}`;
  return [{ pointer: '/payment/amountPence', code: 'not_the_price', words }];
}

/** Ends with a blank: stands before the sentence about the money (R-FREE-1). */
function whyNotFree(facts: ArrivalFacts): string {
  if (!facts.permitType?.sharesFreeSlot || getsFreeSlot(facts)) return '';
  const words = slotLimitWords('free', FREE_SLOTS_PER_PROPERTY, facts.slots.free);
  return words ? `${words} ` : '';
}

/** Null while the type, the vehicle's class or the term is not known. */
export function priceQuestion(draft: ApplicationDraft, facts: ArrivalFacts): PriceQuestion | null {
  const vehicleClass = vehicleClassOf(draft);
  const { durationMonths } = draft;
  if (!facts.permitType || vehicleClass === undefined || durationMonths === undefined) return null;
  const { prices, receivedOn } = facts;
  const permitTypeCode = facts.permitType.code;
  return { prices, permitTypeCode, vehicleClass, durationMonths, on: receivedOn };
}
