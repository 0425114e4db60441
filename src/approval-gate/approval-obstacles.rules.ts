import { conflictSentence } from '../conflicts-of-interest/conflict.rules.js';
import type { NeedProgress } from '../evidence/needs-progress.rules.js';
import { slotLimitWords } from '../property-slots/property-slots.rules.js';
import { formatDate, formatDeadline, londonDateOf } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import type { ApprovalFacts } from './approval-facts.rules.js';

export type ObstacleCode =
  | 'conflict_of_interest'
  | 'not_proved'
  | 'no_zone'
  | 'no_slot'
  | 'free_slot_used'
  | 'nothing_paid'
  | 'payment_differs'
  | 'hold_lapsed'
  | 'money_gone'
  | 'money_given_back'
  | 'money_not_held'
  | 'no_permit_to_change'
  | 'permit_ended'
  | 'permit_elsewhere'
  | 'vehicle_fixed'
  | 'no_vehicle';

/** One thing in the way of approving, with what to do about it. */
export interface Obstacle {
  code: ObstacleCode;
  /** Whole sentences. */
  words: string;
  /** Where it is put right; null when it cannot be. */
  link: { text: string; path: string } | null;
}

/** Everything in the way, in the order an officer would look; empty when it may be approved. */
export function approvalObstacles(facts: ApprovalFacts): Obstacle[] {
  return [
    ...conflictObstacles(facts.conflict),
    ...evidenceObstacles(facts.needs),
    ...(facts.permitType.grantsPermit ? placeObstacles(facts) : []),
    ...permitObstacles(facts),
    ...moneyObstacles(facts),
  ];
}

const OVERTAKEN: ReadonlySet<ObstacleCode> = new Set(['hold_lapsed', 'money_gone', 'no_slot']);

/** Money that went and places that others took overtook the officer: he left nothing undone. */
export function isOvertaken(obstacles: readonly Obstacle[]): boolean {
  return obstacles.some(({ code }) => OVERTAKEN.has(code));
}

/** The first of all: whoever has an interest in the case leaves it to others (R-COI-1). */
function conflictObstacles(grounds: ApprovalFacts['conflict']): Obstacle[] {
  if (grounds.length === 0) return [];
  const link = { text: 'Hand it on', path: '#conflict' };
  return [{ code: 'conflict_of_interest', words: conflictSentence(grounds), link }];
}

function evidenceObstacles(needs: readonly NeedProgress[]): Obstacle[] {
  return needs
    .filter(({ state }) => state !== 'proved')
    .flatMap(({ missing, papers }) =>
      missing.map((words) => ({ code: 'not_proved' as const, words, link: evidenceLink(papers) })),
    );
}

function evidenceLink(papers: NeedProgress['papers']): Obstacle['link'] {
  const [paper] = papers;
  return paper
    ? { text: `Review paper ${paper.position}`, path: `evidence/${paper.position}` }
    : { text: 'Ask for the paper', path: 'evidence-requests/new' };
}

function placeObstacles({ application, zone, slots }: ApprovalFacts): Obstacle[] {
  if (zone === null) {
    const on = formatDate(londonDateOf(application.receivedAt));
    const words = `The property was in no permit zone on ${on}, the day the application came.`;
    return [{ code: 'no_zone', words, link: rejectionLink }];
  }
  return slots
    .filter(({ isHeld, isHandedOn }) => !isHeld && !isHandedOn)
    .flatMap(({ kind, limit, use }) => {
      const words = slotLimitWords(kind, limit, use);
      const code = kind === 'cap' ? 'no_slot' : 'free_slot_used';
      return words === null ? [] : [{ code, words, link: rejectionLink }];
    });
}

function permitObstacles(facts: ApprovalFacts): Obstacle[] {
  const { application, permitType, concerned } = facts;
  const isChange = !permitType.grantsPermit;
  if (!isChange && application.concernsPermitId === null) return [];
  if (concerned === null) {
    const words = isChange
      ? 'No permit is known whose vehicle could be changed.'
      : 'The permit it renews is not known.';
    return [{ code: 'no_permit_to_change', words, link: rejectionLink }];
  }
  const { reference } = concerned.permit;
  if (concerned.permit.uprn !== application.uprn) {
    const words = `Permit ${reference} belongs to another property.`;
    return [{ code: 'permit_elsewhere', words, link: rejectionLink }];
  }
  return isChange ? changeObstacles(facts, concerned) : [];
}

function changeObstacles(
  { application, now }: ApprovalFacts,
  { permit, endsAt, typeName, vehicleChange }: NonNullable<ApprovalFacts['concerned']>,
): Obstacle[] {
  if (endsAt <= now) {
    const words = `Permit ${permit.reference} ended on ${formatDeadline(endsAt)}, so there is no vehicle to change.`;
    return [{ code: 'permit_ended', words, link: rejectionLink }];
  }
  if (vehicleChange === 'not_allowed') {
    const words = `The vehicle on a permit of the type “${typeName}” cannot be changed.`;
    return [{ code: 'vehicle_fixed', words, link: rejectionLink }];
  }
  if (application.registration === null) {
    const words = 'The application names no vehicle.';
    return [{ code: 'no_vehicle', words, link: rejectionLink }];
  }
  return [];
}

function moneyObstacles(facts: ApprovalFacts): Obstacle[] {
  const { application, payment, duePence, paymentDiffers } = facts;
  const due = Math.max(duePence ?? 0, application.pricePence);
  const paid = payment?.amountPence ?? 0;
  if (facts.money.is === 'returned') return [GIVEN_BACK];
  if (paid < due) {
    const words = `The price is ${formatPounds(due)} and ${formatPounds(paid)} was paid.`;
    return [{ code: 'nothing_paid', words, link: rejectionLink }];
  }
  if (paymentDiffers) {
    const words = 'The payment service holds another sum than the application says was paid.';
    return [{ code: 'payment_differs', words, link: rejectionLink }];
  }
  return payment === null ? [] : heldObstacles(payment, facts.now);
}

/**
 * An earlier rejection gave the money back (R-REF-2). A hold that lapsed is paid again; money that was
 * given back is not: who still wants the permit applies anew.
 */
const GIVEN_BACK: Obstacle = {
  code: 'money_given_back',
  words:
    'The payment was given back after an earlier decision, or is on its way back. A permit that costs money cannot be approved unless it is paid for, and an application whose money was given back cannot be paid for again. Withdraw this one and ask the applicant to apply again.',
  link: { text: 'Withdraw it', path: 'withdrawal/new' },
};

/** A hold known to have lapsed must be paid again (R-PAY-1); what is not known yet is waited for. */
function heldObstacles(payment: NonNullable<ApprovalFacts['payment']>, now: Date): Obstacle[] {
  const again =
    'The council would not be paid, so it cannot be approved. Reject or withdraw it and ask the applicant to apply again.';
  switch (payment.state) {
    case 'capturable': {
      if (payment.holdEndsAt === null || payment.holdEndsAt > now) return [];
      const words = `The hold on the card ended on ${formatDeadline(payment.holdEndsAt)}. The payment service is asked what became of the money: look again in a minute.`;
      return [{ code: 'hold_lapsed', words, link: null }];
    }
    case 'failed':
    case 'cancelled':
    case 'error': {
      const words =
        'The payment failed, was cancelled or its hold lapsed: nothing is held. The council would not be paid. Ask the resident to pay again: the case comes back to you when it is paid.';
      return [{ code: 'hold_lapsed', words, link: paymentLink }];
    }
    case 'created':
    case 'started': {
      const words = `The applicant never finished paying. ${again}`;
      return [{ code: 'money_gone', words, link: rejectionLink }];
    }
    case 'success':
      return payment.refundedPence === 0
        ? []
        : [
            {
              code: 'money_gone',
              words: `The payment was refunded. ${again}`,
              link: rejectionLink,
            },
          ];
    case 'submitted': {
      const words =
        'The payment service is still confirming the payment. Wait until the money is held.';
      return [{ code: 'money_not_held', words, link: null }];
    }
  }
}

const paymentLink = { text: 'Ask for payment again', path: 'payment-requests/new' };
const rejectionLink = { text: 'Reject it', path: 'rejection/new' };
