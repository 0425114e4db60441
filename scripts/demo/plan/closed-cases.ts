import { aCase, rejected } from './a-case.js';
import type { DemoCase } from './demo-case.js';
import { bill, blueBadge, proofOfCare, statement, tenancy, v5c } from './papers-of-a-case.js';

/** Rejected: what was held has gone back. */
export const REJECTED_CASES: readonly DemoCase[] = [
  aCase('X01', {
    who: 'Barnaby Fitch',
    type: 'resident',
    at: ['none', 2],
    car: 'ZL17 BFI Audi red',
    came: 170,
    papers: [bill(), v5c()],
    steps: rejected('asha', 125, { code: 'not_in_zone' }),
  }),
  aCase('X02', {
    who: 'Ruth Calder',
    type: 'resident',
    at: ['city', 3],
    car: 'ZL21 RCA Kia white',
    came: 144,
    paid: 'captured',
    // The card is closed: the refund comes back some minutes after the desk has started.
    isRefundRefused: true,
    papers: [statement(), v5c()],
    steps: rejected('grace', 101, { code: 'wrong_authority' }),
  }),
  aCase('X03', {
    who: 'Dennis Orton',
    type: 'resident',
    at: ['Z1', 18],
    car: 'ZL15 DOR Ford green',
    came: 110,
    paid: 'captured',
    papers: [
      bill({ name: 'Mrs S Orton-Blythe', marks: { name: 'does_not_match' } }),
      v5c({ name: 'Shelagh Orton-Blythe', marks: { keeper_name: 'does_not_match' } }),
    ],
    steps: rejected(
      'tomas',
      54,
      { code: 'name_differs', about: 'utility_bill' },
      { code: 'keeper_not_applicant', about: 'v5c' },
    ),
  }),
  aCase('X04', {
    who: 'Kirsty Muir',
    type: 'temporary_resident',
    at: ['Z7', 24],
    car: 'ZL19 KMU Seat blue',
    came: 102,
    papers: [tenancy({ termMonths: 18, marks: { term: 'does_not_match' } }), v5c()],
    steps: rejected('asha', 30, { code: 'wrong_permit_type' }),
  }),
  aCase('X05', {
    who: 'Malcolm Reeve',
    type: 'essential_carer',
    at: ['Z14', 27],
    car: 'ZL18 MRE Honda silver',
    came: 80,
    papers: [
      bill(),
      proofOfCare({ dated: { months: 26 }, marks: { date: 'does_not_match' } }),
      v5c(),
    ],
    steps: rejected('helen', 8, { code: 'proof_of_care_old', about: 'proof_of_care' }),
  }),
  aCase('X06', {
    who: 'Paula Whitmore',
    type: 'resident',
    at: ['Z5', 27],
    car: 'ZL67 PWH Mazda red',
    came: 62,
    // Paid the old price: nobody can move this money without a person.
    heldPence: 5000,
    papers: [bill(), v5c({ registration: 'ZL67 PVH', marks: { registration: 'does_not_match' } })],
    steps: rejected('tomas', 3, {
      code: 'other',
      words:
        'You told us by telephone that you sold this car on Monday. Please apply again with the papers of the new one.',
    }),
  }),
];

/** Withdrawn before a decision. */
export const WITHDRAWN_CASES: readonly DemoCase[] = [
  aCase('Q01', {
    who: 'Alan Fairbrother',
    type: 'resident',
    at: ['Z3', 24],
    car: 'ZL16 AFA Ford grey',
    came: 130,
    papers: [bill(), v5c()],
    steps: [{ do: 'withdraw', by: 'sam', reason: 'asked_for', hoursAgo: 100 }],
  }),
  aCase('Q02', {
    who: 'Denise Marsh',
    type: 'motorcycle',
    at: ['Z21', 26],
    car: 'ZL20 DMA Suzuki blue',
    came: 92,
    papers: [bill()],
    steps: [
      { do: 'claim', by: 'grace', hoursAgo: 46 },
      { do: 'withdraw', by: 'grace', reason: 'not_needed', hoursAgo: 45 },
    ],
  }),
  aCase('Q03', {
    who: 'Theo Lambert',
    type: 'disabled_resident',
    at: ['Z42', 25],
    car: 'ZL13 TLA Rover red',
    came: 85,
    papers: [bill(), blueBadge()],
    steps: [{ do: 'withdraw', by: 'sam', reason: 'sent_twice', hoursAgo: 60 }],
  }),
  aCase('Q04', {
    who: 'Rhian Bowen',
    type: 'resident',
    at: ['Z23', 23],
    car: 'ZL69 RBO Seat white',
    came: 128,
    papers: [statement(), v5c()],
    steps: [
      { do: 'claim', by: 'helen', hoursAgo: 7 },
      { do: 'withdraw', by: 'helen', reason: 'payment_ended', hoursAgo: 6.5 },
    ],
  }),
];
