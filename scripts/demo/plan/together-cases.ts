import { aCase, approved, inReview, rejected } from './a-case.js';
import type { DemoCase } from './demo-case.js';
import {
  bill,
  blueBadge,
  companyLetter,
  insurance,
  invoice,
  photo,
  proofOfCare,
  statement,
  tenancy,
  v5c,
} from './papers-of-a-case.js';

const days = (count: number) => count * 24;

/** Two permits at one property: one of them of somebody who has moved out, one on a look-alike. */
const HOUSEHOLD: readonly DemoCase[] = [
  aCase('P09', {
    type: 'resident',
    startsInDays: 0,
    who: 'Colin Marsden',
    at: ['Z21', 18],
    car: 'ZL16 CMA Skoda silver',
    came: days(230),
    papers: [bill(), v5c()],
    steps: approved('tomas', days(229)),
  }),
  aCase('P10', {
    type: 'resident',
    startsInDays: 0,
    who: 'Ingrid Halloran',
    at: ['Z21', 18],
    car: 'ZLI 43 Rover green',
    came: days(40),
    papers: [tenancy(), v5c()],
    steps: approved('grace', days(39)),
  }),
  aCase('T01', {
    who: 'Maurice Halloran',
    type: 'resident',
    at: ['Z21', 18],
    car: 'ZL 143 Rover green',
    came: 33,
    isLate: true,
    papers: [bill(), v5c()],
  }),
];

const FIRST_SENT = aCase('T04', {
  who: 'Dorothy Pargeter',
  type: 'essential_carer',
  at: ['Z42', 20],
  car: 'ZL18 DPG Honda blue',
  came: 57,
  papers: [bill(), proofOfCare({ ...photo }), v5c()],
});
const [, ITS_PROOF = proofOfCare()] = FIRST_SENT.papers;

/** What colleagues leave to each other: holds, second looks, reviews, decisions taken up again. */
export const TOGETHER_CASES: readonly DemoCase[] = [
  ...HOUSEHOLD,
  aCase('T02', {
    who: 'Tobias Renshaw',
    type: 'resident',
    at: ['Z1', 22],
    car: 'ZL23 TRE Ford red',
    keeper: { name: 'Tobias Renshaw', kind: 'just_bought' },
    came: 26,
    papers: [statement(), invoice(), insurance()],
  }),
  aCase('T03', {
    who: 'Anneliese Cole',
    type: 'resident',
    at: ['Z14', 20],
    car: 'ZL72 ACO Volvo black',
    keeper: { name: 'Fosse Instruments Ltd', kind: 'company' },
    came: 24,
    papers: [bill(), v5c({ name: 'Fosse Instruments Ltd' }), companyLetter()],
  }),
  FIRST_SENT,
  aCase('T05', {
    who: 'Stanley Orme',
    type: 'essential_carer',
    at: ['Z43', 11],
    car: 'ZL14 SOR Nissan grey',
    came: 21,
    // The very file that came with the case before.
    papers: [bill(), { ...ITS_PROOF, sentWith: FIRST_SENT }, v5c()],
  }),
  aCase('T06', {
    who: 'Lorna Peverell',
    type: 'resident',
    at: ['Z5', 8],
    car: 'ZL19 LPE Toyota white',
    came: 30,
    papers: [statement(), v5c()],
    steps: [
      ...inReview('grace', 9),
      {
        do: 'hold',
        by: 'grace',
        hoursAgo: 5,
        reason: 'resident_will_ring',
        words: 'The V5C is with her at work. She rings when she has it in hand.',
        days: 3,
      },
    ],
  }),
  aCase('T07', {
    who: 'Elsie Broughton',
    type: 'disabled_resident',
    at: ['Z42', 9],
    car: 'ZL17 EBR Kia silver',
    came: 62,
    papers: [bill(), blueBadge(), v5c()],
    steps: approved('tomas', 2.5, { isDrawn: true }),
  }),
  aCase('T08', {
    who: 'Gillian Wray',
    type: 'disabled_resident',
    at: ['Z3', 27],
    car: 'ZL20 GWR Fiat blue',
    came: 86,
    // Signed on the last page, which the officer did not open.
    papers: [tenancy({ marks: { signatures: 'does_not_match' } }), blueBadge(), v5c()],
    steps: [
      ...rejected('asha', 28, { code: 'tenancy_unsigned', about: 'tenancy_agreement' }),
      {
        do: 'reopen',
        by: 'helen',
        hoursAgo: 4.5,
        reason: 'The tenancy agreement is signed: the signatures are on its last page.',
      },
    ],
  }),
  aCase('T09', {
    who: 'Percival Stokes',
    type: 'essential_carer',
    at: ['Z7', 14],
    car: 'ZL15 PST Mazda green',
    came: 104,
    papers: [
      bill(),
      proofOfCare({ dated: { months: 14 }, marks: { date: 'does_not_match' } }),
      v5c(),
    ],
    steps: [
      ...rejected('asha', 52, { code: 'proof_of_care_old', about: 'proof_of_care' }),
      {
        do: 'review',
        by: 'sam',
        hoursAgo: 6,
        channel: 'phone',
        asked:
          'Mr Stokes says that the surgery writes such letters once a year only, and that nothing has changed since. He asks that somebody else looks at it.',
      },
    ],
  }),
];
