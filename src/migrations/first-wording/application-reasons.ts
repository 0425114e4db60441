interface FirstApplicationReason {
  label: string;
  /** One paper sent at last can mend it. */
  canAskAgain?: true;
  wording: string;
  bring: string;
  needsWords?: true;
}

/** The reasons about the application itself at the start, in their order (domain 3.3). */
export const FIRST_APPLICATION_REASONS: Readonly<Record<string, FirstApplicationReason>> = {
  not_in_zone: {
    label: 'Address is not in a permit zone',
    wording:
      'The address you applied for is not in one of our permit zones. A permit is only for an address inside a zone.',
    bring: 'You cannot get a permit for this address. Ring us if you think that it is in a zone.',
  },
  wrong_authority: {
    label: 'Wrong authority (Leicester City)',
    wording:
      'The address you applied for is in the city of Leicester. Leicester City Council gives out the permits there, not us.',
    bring: 'Apply to Leicester City Council for a permit at this address.',
  },
  allowance_used: {
    label: 'Property’s allowance used up',
    wording:
      'Your property already has all the permits it may have. ((if limit))The limit for each property((if zone)) in zone ((zone))((end)) is ((limit)) at any one time((else))There is a limit for each property((end)).',
    bring:
      'You can apply again when one of those permits has ended. We cannot decide between people at one address.',
  },
  wrong_permit_type: {
    label: 'Wrong permit type (temporary or permanent)',
    wording:
      '((if temporary permit))A temporary resident permit is for a signed tenancy of 12 months or less, with an end date. Yours is longer, or has no end date.((else))Your tenancy is for 12 months or less. Then you need a temporary resident permit, not the type you chose.((end))',
    bring:
      '((if temporary permit))Apply for a resident permit instead. Send proof of your address. ((address papers))((else))Apply for a temporary resident permit instead. Send your signed tenancy agreement.((end))',
  },
  address_proof_missing: {
    label: 'Proof of address missing',
    wording: 'You did not send a paper that proves your address. We need one.',
    bring: 'Send a paper that shows your name and address. ((address papers))',
    canAskAgain: true,
  },
  tenancy_missing: {
    label: 'Tenancy agreement missing',
    wording:
      'You did not send your tenancy agreement. A temporary resident permit needs a signed one of 12 months or less.',
    bring:
      'Send every page of your tenancy agreement. It must show your name, the address, the dates and both signatures.',
    canAskAgain: true,
  },
  v5c_missing: {
    label: 'V5C missing',
    wording:
      'You did not send a paper for the vehicle. We need to see who keeps it and where it is registered.',
    bring:
      'Send your V5C log book, or the new keeper slip (V5C/2) if you have just bought it. If you hire or lease it, send the agreement.',
    canAskAgain: true,
  },
  keeper_paper_missing: {
    label: 'Paper from the vehicle’s keeper missing',
    wording:
      'You do not keep the vehicle yourself. You did not send a paper from its keeper that says you use it.',
    bring:
      'Send the company’s letter, the lease or hire agreement, the Motability certificate or the garage’s agreement. It must name you.',
    canAskAgain: true,
  },
  proof_of_care_missing: {
    label: 'Proof of care missing',
    wording:
      'You did not send proof of care. An essential carer permit needs it, each time you apply or renew.',
    bring:
      'Send new proof that care is needed at this address. It must show the name, the address and a date.',
    canAskAgain: true,
  },
  blue_badge_missing: {
    label: 'Blue Badge missing',
    wording: 'You did not send a copy of a Blue Badge. A disabled resident permit needs one.',
    bring: 'Send a copy of a Blue Badge that is in date.',
    canAskAgain: true,
  },
  business_proof_missing: {
    label: 'Proof of the business’s address missing',
    wording:
      'You did not send a paper that proves the address of the business. A business permit needs one.',
    bring: 'Send a paper that shows the name of the business, its address and a date.',
    canAskAgain: true,
  },
  duplicate: {
    label: 'Duplicate application',
    wording:
      'We already have an application or a permit for ((if registration))((registration))((else))this vehicle((end)) at this address. You only need one.',
    bring: 'You do not need to send anything. Your other application or permit stays as it is.',
  },
  visitor_not_offered: {
    label: 'Visitor permits not offered in this zone',
    wording: 'We do not offer visitor permits in ((if zone))zone ((zone))((else))this zone((end)).',
    bring:
      'You cannot get visitor permits at this address. The signs in the street show where visitors may park.',
  },
  home_business: {
    label: 'Business run from home',
    wording:
      'The business is run from a home that has resident permits. It cannot have a business permit as well.',
    bring:
      'Use a resident permit for this vehicle. If the property is at its limit, wait until a permit has ended.',
  },
  other: {
    label: 'Another reason, in your own words',
    wording: 'We could not approve what you sent.',
    bring: 'If you are not sure what to send, ring us before you apply again.',
    needsWords: true,
  },
};
