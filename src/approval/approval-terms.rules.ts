import { moneyKey } from '../case-file/case-words.rules.js';
import { lastDayOf, permitTerm, type PermitTerm } from '../permits/permit-term.rules.js';
import { londonDateOf } from '../shared/london-date.js';
import { formatRegistration } from '../shared/vehicle-registration.js';
import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import type { VehicleElsewhere } from './vehicle-elsewhere.rules.js';

/** What an approval gives, worked out once for the page, the letter and the permit itself. */
export interface ApprovalTerms extends PermitTerm {
  permitReference: string | null;
  zones: readonly string[];
  /** As on the plate. */
  registration: string | null;
}

/** Only for facts with no obstacle in them. */
export function approvalTerms(facts: ApprovalFacts): ApprovalTerms {
  const { application, permitReference, zone } = facts;
  return {
    ...(facts.permitType.grantsPermit ? newPermitTerm(facts) : changedTerm(facts)),
    permitReference,
    zones: facts.permitType.grantsPermit
      ? [zone].flatMap((known) => known?.code ?? [])
      : (facts.concerned?.zones ?? []),
    registration: application.registration && formatRegistration(application.registration),
  };
}

/**
 * A form carries this, so that an approval is shown again when what was checked is no longer what
 * would be given: another first day, price, zone or state of the money (R6.7), or the vehicle on
 * another permit or case that was not said.
 */
export function termsKey(
  terms: ApprovalTerms,
  facts: ApprovalFacts,
  elsewhere: readonly VehicleElsewhere[],
): string {
  const { permitReference, startsOn, endsOn, zones, registration } = terms;
  return [
    permitReference ?? facts.concerned?.permit.reference ?? '',
    startsOn,
    endsOn,
    zones.join('+'),
    registration ?? '',
    facts.application.pricePence,
    moneyKey(facts.money),
    ...elsewhere.map(({ reference }) => reference),
  ].join('/');
}

function newPermitTerm({ application, concerned, now }: ApprovalFacts): PermitTerm {
  return permitTerm({
    startOn: application.startOn,
    durationMonths: application.durationMonths,
    approvedAt: now,
    renewedEndsAt: concerned?.endsAt ?? null,
  });
}

/** The new vehicle is covered from now, or from the start of a permit that is still to come. */
function changedTerm({ concerned, now }: ApprovalFacts): PermitTerm {
  if (!concerned) throw new Error('A vehicle change without its permit has an obstacle.');
  const { permit, endsAt } = concerned;
  const startsAt = permit.startsAt > now ? permit.startsAt : now;
  return { startsAt, endsAt, startsOn: londonDateOf(startsAt), endsOn: lastDayOf(endsAt) };
}
