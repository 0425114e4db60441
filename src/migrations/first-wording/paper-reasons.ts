interface FirstPaperReason {
  label: string;
  /** Null: any kind of paper. */
  paperKinds: readonly string[] | null;
  wording: string;
  bring: string;
  needsWords?: true;
}

/** The reasons about one paper at the start, in their order (domain 3.3). */
export const FIRST_PAPER_REASONS: Readonly<Record<string, FirstPaperReason>> = {
  paper_too_old: {
    label: 'Paper too old',
    paperKinds: ['utility_bill', 'bank_statement'],
    wording:
      '((if date on it))((Your paper)) is dated ((date on it)). We received it on ((received)).((else))((Your paper)) was too old when we received it.((end)) It must be no more than ((months)) months old on the day we receive it.',
    bring: 'Send ((next paper)).',
  },
  date_in_future: {
    label: 'Dated after the day it came',
    paperKinds: [
      'utility_bill',
      'bank_statement',
      'completion_letter',
      'solicitor_letter',
      'mobile_phone_bill',
      'v5c',
      'new_keeper_slip',
      'company_letter',
      'lease_agreement',
      'motability_certificate',
      'garage_agreement',
      'sales_invoice',
      'insurance_certificate',
      'proof_of_care',
      'business_proof',
    ],
    wording:
      '((Your paper)) shows a date after the day we received it. A paper must be dated before it is sent.',
    bring: 'Send ((next paper)). Its date must not be in the future.',
  },
  date_not_shown: {
    label: 'Date missing, wrong or cannot be read',
    paperKinds: [
      'utility_bill',
      'bank_statement',
      'completion_letter',
      'solicitor_letter',
      'mobile_phone_bill',
      'v5c',
      'new_keeper_slip',
      'company_letter',
      'lease_agreement',
      'motability_certificate',
      'garage_agreement',
      'sales_invoice',
      'insurance_certificate',
      'proof_of_care',
      'blue_badge',
      'business_proof',
    ],
    wording:
      'We could not find a date we can use on ((your paper)). We need the date to know that it is up to date.',
    bring: 'Send ((next paper)). The date must be easy to read.',
  },
  tenancy_unsigned: {
    label: 'Tenancy not signed',
    paperKinds: ['tenancy_agreement'],
    wording:
      'Your tenancy agreement is not signed by everyone. The landlord (or agent) and the tenant must both sign it.',
    bring: 'Send every page of your tenancy agreement, with both signatures.',
  },
  tenancy_no_name: {
    label: 'Tenancy does not show the name',
    paperKinds: ['tenancy_agreement'],
    wording:
      'Your tenancy agreement does not show your name as a tenant. It must name the person who applies.',
    bring: 'Send every page of a tenancy agreement that names you as a tenant.',
  },
  tenancy_no_address: {
    label: 'Tenancy does not show the address',
    paperKinds: ['tenancy_agreement'],
    wording:
      'Your tenancy agreement does not show the address you applied for. It must show the full address.',
    bring: 'Send every page of a tenancy agreement that shows the full address.',
  },
  tenancy_no_term: {
    label: 'Tenancy does not show its term',
    paperKinds: ['tenancy_agreement'],
    wording:
      'Your tenancy agreement does not show when the tenancy starts and ends. It must show how long you may live there.',
    bring: 'Send every page of your tenancy agreement, with the page that shows the dates.',
  },
  tenancy_over: {
    label: 'Tenancy has ended',
    paperKinds: ['tenancy_agreement'],
    wording:
      '((if tenancy end))Your tenancy ended on ((tenancy end))((else))Your tenancy had ended((end)), before we received the agreement on ((received)). It must still run on that day.',
    bring:
      '((if temporary permit))Send a signed tenancy agreement that still runs.((else))Send a tenancy agreement that still runs, or another proof of your address. ((address papers))((end))',
  },
  tenancy_handwritten: {
    label: 'Tenancy is handwritten',
    paperKinds: ['tenancy_agreement'],
    wording:
      'Your tenancy agreement is written by hand. We can only accept a printed agreement, signed by both sides.',
    bring:
      '((if temporary permit))Send a printed tenancy agreement, signed by you and your landlord or agent.((else))Send a printed tenancy agreement, or another proof of your address. ((address papers))((end))',
  },
  name_differs: {
    label: 'Name differs',
    paperKinds: [
      'tenancy_agreement',
      'utility_bill',
      'bank_statement',
      'completion_letter',
      'solicitor_letter',
      'mobile_phone_bill',
      'company_letter',
      'lease_agreement',
      'motability_certificate',
      'garage_agreement',
      'sales_invoice',
      'insurance_certificate',
      'proof_of_care',
      'blue_badge',
      'business_proof',
    ],
    wording:
      'The name on ((your paper)) is not the name on your application. Both must show the same person.',
    bring: 'Send ((next paper)) that shows your full name as you applied.',
  },
  address_differs: {
    label: 'Address differs',
    paperKinds: [
      'tenancy_agreement',
      'utility_bill',
      'bank_statement',
      'completion_letter',
      'solicitor_letter',
      'mobile_phone_bill',
      'company_letter',
      'lease_agreement',
      'proof_of_care',
      'business_proof',
    ],
    wording:
      'The address on ((your paper)) is not the address you applied for. Both must be the same.',
    bring: 'Send ((next paper)) that shows the address you applied for.',
  },
  keeper_not_applicant: {
    label: 'Registered keeper is not the applicant',
    paperKinds: ['v5c', 'new_keeper_slip'],
    wording:
      'The registered keeper on ((your paper)) is not you. The vehicle must be kept by the person who applies.',
    bring:
      'Send ((next paper)) that names you as the keeper. If a company, hire firm or Motability keeps it, send their paper that names you.',
  },
  not_registered_at_address: {
    label: 'Vehicle not registered at the address',
    paperKinds: ['v5c'],
    wording:
      'The vehicle on ((your paper)) is registered at another address. It must be registered at the address you applied for.',
    bring: 'Ask DVLA to change the address on your V5C. Then send ((next paper)) that shows it.',
  },
  registration_differs: {
    label: 'Registration differs',
    paperKinds: [
      'v5c',
      'new_keeper_slip',
      'company_letter',
      'lease_agreement',
      'motability_certificate',
      'garage_agreement',
      'sales_invoice',
      'insurance_certificate',
    ],
    wording:
      'The registration on ((your paper)) is not ((if registration))((registration)), which you applied for((else))the one you applied for((end)). Both must be the same.',
    bring: 'Send ((next paper)) that shows the vehicle you want the permit for.',
  },
  v5c_superseded: {
    label: 'V5C out of date or not complete',
    paperKinds: ['v5c', 'new_keeper_slip'],
    wording:
      '((Your paper)) is not the latest one, or its reference number cannot be checked. Only the latest one shows who keeps the vehicle now.',
    bring: 'Send ((next paper)), the latest you have. The page must show its reference number.',
  },
  letter_unsigned: {
    label: 'Letter not signed',
    paperKinds: ['company_letter'],
    wording: '((Your paper)) is not signed. Somebody other than you must sign it for the company.',
    bring:
      'Send the letter signed and dated. It must show your name, the address and the registration.',
  },
  mobile_phone_bill: {
    label: 'Mobile phone bill',
    paperKinds: ['mobile_phone_bill'],
    wording:
      'You sent a mobile phone bill. We cannot accept one, because it does not prove where you live.',
    bring: 'Send another proof of your address. ((address papers))',
  },
  proof_of_care_old: {
    label: 'Proof of care out of date',
    paperKinds: ['proof_of_care'],
    wording:
      'Your proof of care((if date on it)), dated ((date on it)),((end)) is out of date. We need new proof each time you apply or renew.',
    bring: 'Send new proof that care is still needed at this address.',
  },
  blue_badge_expired: {
    label: 'Blue Badge expired',
    paperKinds: ['blue_badge'],
    wording:
      '((if date on it))Your Blue Badge expired on ((date on it))((else))Your Blue Badge had expired((end)), before we received it on ((received)). It must be in date on that day.',
    bring: 'Send a copy of a Blue Badge that is in date.',
  },
  unreadable: {
    label: 'Cannot be read',
    paperKinds: null,
    wording:
      'We could not read all of ((your paper)). The whole paper must be in the picture, sharp and not cut off.',
    bring:
      'Send a clear photo or scan of ((next paper)). Take it in good light and show every page.',
  },
  wrong_kind_of_paper: {
    label: 'Not the kind of paper it was sent as',
    paperKinds: null,
    wording:
      'What you sent as ((your paper)) is a different paper. It does not prove what we need to know.',
    bring: 'Send ((next paper)).',
  },
  paper_other: {
    label: 'Another reason about this paper, in your own words',
    paperKinds: null,
    wording: 'We could not accept ((your paper)).',
    bring: 'Send ((next paper)).',
    needsWords: true,
  },
};
