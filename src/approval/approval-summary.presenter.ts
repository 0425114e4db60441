import { LETTER_GOES } from '../case-file/release-effects.rules.js';
import type { SummaryRowInput } from '../platform/web/components/summary-list.js';
import { formatDate, formatDateTime, formatDeadline, londonTimeOf } from '../shared/london-date.js';
import { formatPounds } from '../shared/money.js';
import { formatRegistration } from '../shared/vehicle-registration.js';
import type { ApprovalFacts, SlotFacts } from '../approval-gate/approval-facts.rules.js';
import type { ApprovalTerms } from './approval-terms.rules.js';

/** What the approval gives, row by row; changes are made on the case, and come back here. */
export function termsInWords(facts: ApprovalFacts, terms: ApprovalTerms): SummaryRowInput[] {
  const { application, permitType, concerned } = facts;
  const rows: (SummaryRowInput | null)[] = [
    { key: 'Applicant', value: application.applicantName },
    { key: 'Type', value: permitType.name },
    concerned && {
      key: permitType.grantsPermit ? 'Renews' : 'Changes permit',
      value: `${concerned.permit.reference} (${concerned.typeName}), which ends ${formatDeadline(concerned.endsAt)}`,
    },
    terms.permitReference === null ? null : { key: 'New permit', value: terms.permitReference },
    { key: 'Zone', value: zoneInWords(facts, terms) },
    vehicleRow(facts),
    { key: 'Covered from', value: startInWords(terms) },
    { key: 'Covered until', value: formatDeadline(terms.endsAt) },
    ...facts.slots.map(entitlementRow),
    { key: 'Price', value: priceInWords(facts) },
    { key: 'Money', value: MONEY_EFFECT[facts.money.is] },
  ];
  return rows.filter((row) => row !== null);
}

/** Everything that happens on approval, in the order it matters to the officer. */
export function effectsOf(facts: ApprovalFacts, terms: ApprovalTerms): string[] {
  const { permitType, concerned, application } = facts;
  const gives = permitType.grantsPermit
    ? `Permit ${terms.permitReference ?? ''} exists from now on, valid from ${startInWords(terms)}.`
    : `Permit ${concerned?.permit.reference ?? ''} covers ${shown(application.registration)} from ${startInWords(terms)}, and no longer ${shown(concerned?.registration ?? null)}.`;
  return [
    'The application is approved. This cannot be undone.',
    gives,
    MONEY_EFFECT[facts.money.is],
    LETTER_GOES,
  ];
}

const MONEY_EFFECT: Readonly<Record<ApprovalFacts['money']['is'], string>> = {
  none: 'No money moves: there is nothing to pay.',
  held: 'The payment service is told to take the money it holds.',
  taken: 'The money was taken already; nothing more moves.',
  unknown: 'The payment service is told to take the money it holds, once it has been asked.',
  returned: 'No money moves: it was given back after an earlier decision.',
};

function zoneInWords({ zone, zoneToday, permitType }: ApprovalFacts, terms: ApprovalTerms): string {
  const codes = terms.zones.join(', ') || 'None';
  if (!permitType.grantsPermit || zone?.code === zoneToday?.code) return codes;
  const today = zoneToday ? `lies in ${zoneToday.code}` : 'lies in no zone';
  return `${codes}, as on the day the application came. The property ${today} today.`;
}

function vehicleRow({ application, concerned, permitType }: ApprovalFacts): SummaryRowInput {
  const now = shown(application.registration);
  const instead = permitType.grantsPermit
    ? ''
    : `, instead of ${shown(concerned?.registration ?? null)}`;
  return {
    key: 'Vehicle',
    value: `${now}${instead}`,
    actions: [
      {
        text: 'Change',
        href: `/applications/${application.reference}/vehicle`,
        hiddenText: 'registration',
      },
    ],
  };
}

function entitlementRow({ kind, limit, use, isHeld, isHandedOn }: SlotFacts): SummaryRowInput {
  const count = use.held + (isHeld || isHandedOn ? 0 : 1);
  const value =
    kind === 'cap'
      ? `${count} of ${limit} at this property, this one and waiting applications included`
      : 'Uses the property’s one free essential carer or disabled resident permit';
  return { key: kind === 'cap' ? 'Permits counted' : 'Free permit', value };
}

/** A start at midnight is a day; any other is an instant. */
function startInWords({ startsAt, startsOn }: ApprovalTerms): string {
  return londonTimeOf(startsAt) === '00:00' ? formatDate(startsOn) : formatDateTime(startsAt);
}

function priceInWords({ application, duePence }: ApprovalFacts): string {
  const { pricePence } = application;
  const paid = pricePence === 0 ? 'Free' : formatPounds(pricePence);
  if (duePence === null || duePence === pricePence)
    return `${paid}, by the price list of the day it came`;
  return `${paid}. The price list of the day it came says ${formatPounds(duePence)}.`;
}

function shown(registration: string | null): string {
  return registration === null ? 'no vehicle' : formatRegistration(registration);
}
