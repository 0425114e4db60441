import {
  PAPER_KIND_CODES,
  type PaperKind,
  paperKindTerms,
} from '../permit-types/paper-kinds.rules.js';
import { formatDate } from '../shared/london-date.js';
import {
  addressPapers,
  nextPaper,
  opening,
  type ReasonFacts,
  type ReasonTerms,
  yourPaper,
} from './reason-terms.rules.js';

const TENANCY: readonly PaperKind[] = ['tenancy_agreement'];
const WITH_AGE_LIMIT = PAPER_KIND_CODES.filter(
  (kind) => paperKindTerms(kind).freshForMonths !== null,
);
const WITH_SIGNATURES = withFact('signatures').filter((kind) => kind !== 'tenancy_agreement');

const aboutPaper = {
  appliesTo: 'paper',
  paperKinds: null,
  moneyEffect: 'release',
  canAskAgain: true,
  needsWords: false,
} as const;

/** Reasons about one paper: each can be mended by sending that paper again (domain 3.3). */
export const PAPER_REASONS = {
  paper_too_old: {
    ...aboutPaper,
    label: 'Paper too old',
    paperKinds: WITH_AGE_LIMIT,
    wording: (facts) =>
      [
        facts.datedOn === null
          ? `${opening(yourPaper(facts))} was too old when we received it.`
          : `${opening(yourPaper(facts))} is dated ${formatDate(facts.datedOn)}. We received it on ${formatDate(facts.receivedOn)}.`,
        `It must be no more than ${monthsFresh(facts)} months old on the day we receive it.`,
      ].join(' '),
    bringNextTime: (facts) => `Send ${nextPaper(facts)}.`,
  },
  date_in_future: {
    ...aboutPaper,
    label: 'Dated after the day it came',
    paperKinds: withFact('date').filter((kind) => kind !== 'blue_badge'),
    wording: (facts) =>
      `${opening(yourPaper(facts))} shows a date after the day we received it. A paper must be dated before it is sent.`,
    bringNextTime: (facts) => `Send ${nextPaper(facts)}. Its date must not be in the future.`,
  },
  date_not_shown: {
    ...aboutPaper,
    label: 'Date missing, wrong or cannot be read',
    paperKinds: withFact('date'),
    wording: (facts) =>
      `We could not find a date we can use on ${yourPaper(facts)}. We need the date to know that it is up to date.`,
    bringNextTime: (facts) => `Send ${nextPaper(facts)}. The date must be easy to read.`,
  },
  tenancy_unsigned: {
    ...aboutPaper,
    label: 'Tenancy not signed',
    paperKinds: TENANCY,
    wording: () =>
      'Your tenancy agreement is not signed by everyone. The landlord (or agent) and the tenant must both sign it.',
    bringNextTime: () => 'Send every page of your tenancy agreement, with both signatures.',
  },
  tenancy_no_name: {
    ...aboutPaper,
    label: 'Tenancy does not show the name',
    paperKinds: TENANCY,
    wording: () =>
      'Your tenancy agreement does not show your name as a tenant. It must name the person who applies.',
    bringNextTime: () => 'Send every page of a tenancy agreement that names you as a tenant.',
  },
  tenancy_no_address: {
    ...aboutPaper,
    label: 'Tenancy does not show the address',
    paperKinds: TENANCY,
    wording: () =>
      'Your tenancy agreement does not show the address you applied for. It must show the full address.',
    bringNextTime: () => 'Send every page of a tenancy agreement that shows the full address.',
  },
  tenancy_no_term: {
    ...aboutPaper,
    label: 'Tenancy does not show its term',
    paperKinds: TENANCY,
    wording: () =>
      'Your tenancy agreement does not show when the tenancy starts and ends. It must show how long you may live there.',
    bringNextTime: () =>
      'Send every page of your tenancy agreement, with the page that shows the dates.',
  },
  tenancy_over: {
    ...aboutPaper,
    label: 'Tenancy has ended',
    paperKinds: TENANCY,
    wording: ({ termToOn, receivedOn }) =>
      `${termToOn === null ? 'Your tenancy had ended' : `Your tenancy ended on ${formatDate(termToOn)}`}, before we received the agreement on ${formatDate(receivedOn)}. It must still run on that day.`,
    bringNextTime: (facts) =>
      facts.permitTypeCode === 'temporary_resident'
        ? 'Send a signed tenancy agreement that still runs.'
        : `Send a tenancy agreement that still runs, or another proof of your address. ${addressPapers(facts)}`,
  },
  tenancy_handwritten: {
    ...aboutPaper,
    label: 'Tenancy is handwritten',
    paperKinds: TENANCY,
    wording: () =>
      'Your tenancy agreement is written by hand. We can only accept a printed agreement, signed by both sides.',
    bringNextTime: (facts) =>
      facts.permitTypeCode === 'temporary_resident'
        ? 'Send a printed tenancy agreement, signed by you and your landlord or agent.'
        : `Send a printed tenancy agreement, or another proof of your address. ${addressPapers(facts)}`,
  },
  name_differs: {
    ...aboutPaper,
    label: 'Name differs',
    paperKinds: withFact('name'),
    wording: (facts) =>
      `The name on ${yourPaper(facts)} is not the name on your application. Both must show the same person.`,
    bringNextTime: (facts) => `Send ${nextPaper(facts)} that shows your full name as you applied.`,
  },
  address_differs: {
    ...aboutPaper,
    label: 'Address differs',
    paperKinds: withFact('address'),
    wording: (facts) =>
      `The address on ${yourPaper(facts)} is not the address you applied for. Both must be the same.`,
    bringNextTime: (facts) => `Send ${nextPaper(facts)} that shows the address you applied for.`,
  },
  keeper_not_applicant: {
    ...aboutPaper,
    label: 'Registered keeper is not the applicant',
    paperKinds: withFact('keeper_name'),
    wording: (facts) =>
      `The registered keeper on ${yourPaper(facts)} is not you. The vehicle must be kept by the person who applies.`,
    bringNextTime: (facts) =>
      `Send ${nextPaper(facts)} that names you as the keeper. If a company, hire firm or Motability keeps it, send their paper that names you.`,
  },
  not_registered_at_address: {
    ...aboutPaper,
    label: 'Vehicle not registered at the address',
    paperKinds: withFact('keeper_address'),
    wording: (facts) =>
      `The vehicle on ${yourPaper(facts)} is registered at another address. It must be registered at the address you applied for.`,
    bringNextTime: (facts) =>
      `Ask DVLA to change the address on your V5C. Then send ${nextPaper(facts)} that shows it.`,
  },
  registration_differs: {
    ...aboutPaper,
    label: 'Registration differs',
    paperKinds: withFact('registration'),
    wording: (facts) =>
      `The registration on ${yourPaper(facts)} is not ${facts.registration === null ? 'the one you applied for' : `${facts.registration}, which you applied for`}. Both must be the same.`,
    bringNextTime: (facts) =>
      `Send ${nextPaper(facts)} that shows the vehicle you want the permit for.`,
  },
  v5c_superseded: {
    ...aboutPaper,
    label: 'V5C out of date or not complete',
    paperKinds: ['v5c', 'new_keeper_slip'],
    wording: (facts) =>
      `${opening(yourPaper(facts))} is not the latest one, or its reference number cannot be checked. Only the latest one shows who keeps the vehicle now.`,
    bringNextTime: (facts) =>
      `Send ${nextPaper(facts)}, the latest you have. The page must show its reference number.`,
  },
  letter_unsigned: {
    ...aboutPaper,
    label: 'Letter not signed',
    paperKinds: WITH_SIGNATURES,
    wording: (facts) =>
      `${opening(yourPaper(facts))} is not signed. Somebody other than you must sign it for the company.`,
    bringNextTime: () =>
      'Send the letter signed and dated. It must show your name, the address and the registration.',
  },
  mobile_phone_bill: {
    ...aboutPaper,
    label: 'Mobile phone bill',
    paperKinds: ['mobile_phone_bill'],
    wording: () =>
      'You sent a mobile phone bill. We cannot accept one, because it does not prove where you live.',
    bringNextTime: (facts) => `Send another proof of your address. ${addressPapers(facts)}`,
  },
  proof_of_care_old: {
    ...aboutPaper,
    label: 'Proof of care out of date',
    paperKinds: ['proof_of_care'],
    wording: ({ datedOn }) =>
      `Your proof of care${datedOn === null ? '' : `, dated ${formatDate(datedOn)},`} is out of date. We need new proof each time you apply or renew.`,
    bringNextTime: () => 'Send new proof that care is still needed at this address.',
  },
  blue_badge_expired: {
    ...aboutPaper,
    label: 'Blue Badge expired',
    paperKinds: ['blue_badge'],
    wording: ({ datedOn, receivedOn }) =>
      `${datedOn === null ? 'Your Blue Badge had expired' : `Your Blue Badge expired on ${formatDate(datedOn)}`}, before we received it on ${formatDate(receivedOn)}. It must be in date on that day.`,
    bringNextTime: () => 'Send a copy of a Blue Badge that is in date.',
  },
  unreadable: {
    ...aboutPaper,
    label: 'Cannot be read',
    wording: (facts) =>
      `We could not read all of ${yourPaper(facts)}. The whole paper must be in the picture, sharp and not cut off.`,
    bringNextTime: (facts) =>
      `Send a clear photo or scan of ${nextPaper(facts)}. Take it in good light and show every page.`,
  },
  wrong_kind_of_paper: {
    ...aboutPaper,
    label: 'Not the kind of paper it was sent as',
    wording: (facts) =>
      `What you sent as ${yourPaper(facts)} is a different paper. It does not prove what we need to know.`,
    bringNextTime: (facts) => `Send ${nextPaper(facts)}.`,
  },
  paper_other: {
    ...aboutPaper,
    label: 'Another reason about this paper, in your own words',
    needsWords: true,
    // The officer's words take the place of this sentence, which stands only until he gives them.
    wording: (facts) => `We could not accept ${yourPaper(facts)}.`,
    bringNextTime: (facts) => `Send ${nextPaper(facts)}.`,
  },
} as const satisfies Readonly<Record<string, ReasonTerms>>;

function withFact(fact: string): readonly PaperKind[] {
  return PAPER_KIND_CODES.filter((kind) => paperKindTerms(kind).facts.some((own) => own === fact));
}

function monthsFresh({ paperKind }: ReasonFacts): number {
  return (paperKind && paperKindTerms(paperKind).freshForMonths) ?? 3;
}
