import { addressPapers, type ReasonFacts, type ReasonTerms } from './reason-terms.rules.js';

const aboutApplication = {
  appliesTo: 'application',
  paperKinds: null,
  moneyEffect: 'release',
  canAskAgain: false,
  needsWords: false,
} as const;

const missingPaper = { ...aboutApplication, canAskAgain: true } as const;

/** Reasons about the application itself (domain 3.3). Only a missing paper can be mended alone. */
export const APPLICATION_REASONS = {
  not_in_zone: {
    ...aboutApplication,
    label: 'Address is not in a permit zone',
    wording: () =>
      'The address you applied for is not in one of our permit zones. A permit is only for an address inside a zone.',
    bringNextTime: () =>
      'You cannot get a permit for this address. Ring us if you think that it is in a zone.',
  },
  wrong_authority: {
    ...aboutApplication,
    label: 'Wrong authority (Leicester City)',
    wording: () =>
      'The address you applied for is in the city of Leicester. Leicester City Council gives out the permits there, not us.',
    bringNextTime: () => 'Apply to Leicester City Council for a permit at this address.',
  },
  allowance_used: {
    ...aboutApplication,
    label: 'Property’s allowance used up',
    wording: (facts) =>
      `Your property already has all the permits it may have. ${
        facts.capCount === null
          ? 'There is a limit for each property'
          : `The limit for each property${inZone(facts)} is ${facts.capCount} at any one time`
      }.`,
    bringNextTime: () =>
      'You can apply again when one of those permits has ended. We cannot decide between people at one address.',
  },
  wrong_permit_type: {
    ...aboutApplication,
    label: 'Wrong permit type (temporary or permanent)',
    wording: (facts) =>
      isTemporary(facts)
        ? 'A temporary resident permit is for a signed tenancy of 12 months or less, with an end date. Yours is longer, or has no end date.'
        : 'Your tenancy is for 12 months or less. Then you need a temporary resident permit, not the type you chose.',
    bringNextTime: (facts) =>
      isTemporary(facts)
        ? `Apply for a resident permit instead. Send proof of your address. ${addressPapers(facts)}`
        : 'Apply for a temporary resident permit instead. Send your signed tenancy agreement.',
  },
  address_proof_missing: {
    ...missingPaper,
    label: 'Proof of address missing',
    wording: () => 'You did not send a paper that proves your address. We need one.',
    bringNextTime: (facts) =>
      `Send a paper that shows your name and address. ${addressPapers(facts)}`,
  },
  tenancy_missing: {
    ...missingPaper,
    label: 'Tenancy agreement missing',
    wording: () =>
      'You did not send your tenancy agreement. A temporary resident permit needs a signed one of 12 months or less.',
    bringNextTime: () =>
      'Send every page of your tenancy agreement. It must show your name, the address, the dates and both signatures.',
  },
  v5c_missing: {
    ...missingPaper,
    label: 'V5C missing',
    wording: () =>
      'You did not send a paper for the vehicle. We need to see who keeps it and where it is registered.',
    bringNextTime: () =>
      'Send your V5C log book, or the new keeper slip (V5C/2) if you have just bought it. If you hire or lease it, send the agreement.',
  },
  keeper_paper_missing: {
    ...missingPaper,
    label: 'Paper from the vehicle’s keeper missing',
    wording: () =>
      'You do not keep the vehicle yourself. You did not send a paper from its keeper that says you use it.',
    bringNextTime: () =>
      'Send the company’s letter, the lease or hire agreement, the Motability certificate or the garage’s agreement. It must name you.',
  },
  proof_of_care_missing: {
    ...missingPaper,
    label: 'Proof of care missing',
    wording: () =>
      'You did not send proof of care. An essential carer permit needs it, each time you apply or renew.',
    bringNextTime: () =>
      'Send new proof that care is needed at this address. It must show the name, the address and a date.',
  },
  blue_badge_missing: {
    ...missingPaper,
    label: 'Blue Badge missing',
    wording: () => 'You did not send a copy of a Blue Badge. A disabled resident permit needs one.',
    bringNextTime: () => 'Send a copy of a Blue Badge that is in date.',
  },
  business_proof_missing: {
    ...missingPaper,
    label: 'Proof of the business’s address missing',
    wording: () =>
      'You did not send a paper that proves the address of the business. A business permit needs one.',
    bringNextTime: () =>
      'Send a paper that shows the name of the business, its address and a date.',
  },
  duplicate: {
    ...aboutApplication,
    label: 'Duplicate application',
    wording: ({ registration }) =>
      `We already have an application or a permit for ${registration ?? 'this vehicle'} at this address. You only need one.`,
    bringNextTime: () =>
      'You do not need to send anything. Your other application or permit stays as it is.',
  },
  visitor_not_offered: {
    ...aboutApplication,
    label: 'Visitor permits not offered in this zone',
    wording: (facts) => `We do not offer visitor permits${inZone(facts, ' in this zone')}.`,
    bringNextTime: () =>
      'You cannot get visitor permits at this address. The signs in the street show where visitors may park.',
  },
  home_business: {
    ...aboutApplication,
    label: 'Business run from home',
    wording: () =>
      'The business is run from a home that has resident permits. It cannot have a business permit as well.',
    bringNextTime: () =>
      'Use a resident permit for this vehicle. If the property is at its limit, wait until a permit has ended.',
  },
  other: {
    ...aboutApplication,
    label: 'Another reason, in your own words',
    needsWords: true,
    // The officer's words take the place of this sentence, which stands only where none are given yet.
    wording: () => 'We could not approve what you sent.',
    bringNextTime: () => 'If you are not sure what to send, ring us before you apply again.',
  },
} as const satisfies Readonly<Record<string, ReasonTerms>>;

function isTemporary({ permitTypeCode }: ReasonFacts): boolean {
  return permitTypeCode === 'temporary_resident';
}

function inZone({ zoneName }: ReasonFacts, otherwise = ''): string {
  return zoneName === null ? otherwise : ` in zone ${zoneName}`;
}
