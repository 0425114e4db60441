import { aCase, asked } from './a-case.js';
import type { DemoCase } from './demo-case.js';
import { bill, photo, proofOfCare, statement, tenancy, v5c } from './papers-of-a-case.js';

/** Asked for a paper: one has answered, four have time yet, the last two have let their day pass. */
export const AWAITING_CASES: readonly DemoCase[] = [
  aCase('A01', {
    who: 'Gwen Tolliver',
    type: 'resident',
    at: ['Z1', 8],
    car: 'ZL15 GTO Ford red',
    came: 74,
    papers: [bill({ dated: { months: 5 }, marks: { date: 'does_not_match' } }), v5c()],
    steps: asked('tomas', 25, { code: 'paper_too_old', about: 'utility_bill' }),
  }),
  aCase('A02', {
    who: 'Samuel Adeyemi',
    type: 'temporary_resident',
    at: ['Z7', 11],
    car: 'ZL18 SAD Kia blue',
    came: 98,
    papers: [tenancy({ signed: false, marks: { signatures: 'does_not_match' } }), v5c()],
    steps: asked('asha', 48, { code: 'tenancy_unsigned', about: 'tenancy_agreement' }),
  }),
  aCase('A03', {
    who: 'Philippa Crane',
    type: 'essential_carer',
    at: ['Z43', 2],
    car: 'ZL21 PCR Dacia grey',
    came: 120,
    papers: [bill(), v5c()],
    steps: asked('grace', 70, { code: 'proof_of_care_missing' }),
  }),
  aCase('A04', {
    who: 'Luca Benedetti',
    type: 'resident',
    at: ['Z21', 3],
    car: 'ZL69 LBE Fiat white',
    came: 52,
    // The message service's own address for an e-mail that cannot be delivered.
    email: 'perm-fail@simulator.notify',
    papers: [
      statement({ name: 'L Benedict', marks: { name: 'does_not_match' } }),
      v5c({ ...photo, quality: 'dark', marks: { registration: 'cannot_tell' } }),
    ],
    steps: asked(
      'tomas',
      6,
      { code: 'name_differs', about: 'bank_statement' },
      { code: 'unreadable', about: 'v5c' },
    ),
  }),
  aCase('A07', {
    who: 'Marguerite Dunne',
    type: 'resident',
    at: ['Z43', 21],
    car: 'ZL17 MDU Renault grey',
    came: 95,
    papers: [tenancy({ signed: false, marks: { signatures: 'does_not_match' } }), v5c()],
    steps: [
      ...asked('asha', 46, { code: 'tenancy_unsigned', about: 'tenancy_agreement' }),
      { do: 'answer', papers: [tenancy({ ...photo })], hoursAgo: 16 },
    ],
  }),
  aCase('A05', {
    who: 'Harriet Moss',
    type: 'disabled_resident',
    at: ['Z5', 22],
    car: 'ZL14 HMO Skoda green',
    came: 24 * 21,
    papers: [bill(), v5c()],
    steps: asked('helen', 24 * 19, { code: 'blue_badge_missing' }),
  }),
  aCase('A06', {
    who: 'Derek Pym',
    type: 'essential_carer',
    at: ['Z12', 25],
    car: 'ZL13 DPY Rover silver',
    came: 24 * 23,
    contact: 'post',
    assisted: 'post',
    papers: [
      bill({
        ...photo,
        quality: 'blurred',
        marks: { date: 'cannot_tell', address: 'cannot_tell' },
      }),
      proofOfCare(),
      v5c(),
    ],
    steps: asked('grace', 24 * 20, { code: 'unreadable', about: 'utility_bill' }),
  }),
];
