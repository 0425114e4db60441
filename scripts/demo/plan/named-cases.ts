import { homeIn } from '../desk/demo-places.js';
import { aCase } from './a-case.js';
import type { DemoCase } from './demo-case.js';
import {
  bill,
  businessProof,
  photo,
  proofOfCare,
  scan,
  statement,
  tenancy,
  v5c,
} from './papers-of-a-case.js';

/** A company's address is nobody's home. */
const depot = { ...homeIn('none', 30), line: 'Unit 4 Larkfield Depot' };
const company = { name: 'Larkfield Joinery Ltd', kind: 'company' } as const;

/**
 * The twelve of docs/demo-cases.md: each waits, unclaimed, for somebody to find out what it teaches.
 * The document says what a careful officer decides and why; a journey does so through the pages.
 */
export const NAMED_CASES: readonly DemoCase[] = [
  aCase('N01', {
    who: 'Priya Kendrick',
    type: 'resident',
    at: ['Z1', 1],
    car: 'ZL19 KPA Toyota blue',
    came: 26,
    papers: [bill({ ...scan }), v5c({ ...photo })],
  }),
  aCase('N02', {
    who: 'Dermot Ashby',
    type: 'resident',
    at: ['Z3', 2],
    car: 'ZL68 DMT Skoda grey',
    came: 31,
    papers: [bill({ dated: { months: 3 } }), v5c()],
  }),
  aCase('N03', {
    who: 'Louise Farnham',
    type: 'resident',
    at: ['Z5', 3],
    car: 'ZL70 LFA Ford red',
    came: 44,
    papers: [bill({ dated: { months: 3, days: 1 }, marks: { date: 'does_not_match' } }), v5c()],
  }),
  aCase('N04', {
    who: 'Kwame Boateng',
    type: 'resident',
    at: ['Z12', 4],
    car: 'ZL17 KBO Nissan white',
    came: 50,
    papers: [tenancy({ signed: false, marks: { signatures: 'does_not_match' } }), v5c()],
  }),
  aCase('N05', {
    who: 'Hannah Sellwood',
    type: 'resident',
    at: ['Z14', 5],
    car: 'ZL73 HSE Volvo black',
    keeper: company,
    came: 47,
    papers: [
      statement(),
      v5c({
        name: company.name,
        home: depot,
        marks: { keeper_address: 'acceptable_variation' },
        why: 'Kept by the company that the applicant named, at its own address',
      }),
    ],
  }),
  aCase('N06', {
    who: 'Gareth Poole',
    type: 'resident',
    at: ['Z21', 6],
    car: 'ZL20 GPO Vauxhall silver',
    came: 39,
    papers: [bill(), v5c({ registration: 'ZL18 GPT', marks: { registration: 'does_not_match' } })],
  }),
  aCase('N07', {
    who: 'Mei Lin Hartley',
    type: 'temporary_resident',
    durationMonths: 12,
    at: ['Z7', 7],
    car: 'ZL66 MLH Honda green',
    came: 53,
    papers: [tenancy({ termMonths: 24, marks: { term: 'does_not_match' } }), v5c()],
  }),
  aCase('N08', {
    who: 'Rosemary Gilchrist',
    type: 'essential_carer',
    at: ['Z42', 8],
    car: 'ZL15 RGI Kia white',
    came: 60,
    contact: 'post',
    assisted: 'post',
    papers: [bill(), proofOfCare(), v5c()],
  }),
  aCase('N09', {
    who: 'Callum Frith',
    type: 'resident',
    at: ['Z3', 9],
    car: 'ZL22 CFR Mini yellow',
    came: 35,
    isLate: true,
    papers: [bill(), v5c()],
  }),
  aCase('N10', {
    who: 'Aleksander Nowak',
    type: 'resident',
    at: ['city', 10],
    car: 'ZL16 ANO Seat blue',
    came: 29,
    papers: [bill(), v5c()],
  }),
  aCase('N11', {
    who: 'Bethan Morris',
    type: 'resident',
    at: ['Z23', 11],
    car: 'ZL71 BMO Fiat cream',
    came: 42,
    papers: [
      bill({
        ...photo,
        quality: 'blurred',
        marks: { name: 'cannot_tell', address: 'cannot_tell', date: 'cannot_tell' },
      }),
      v5c(),
    ],
  }),
  aCase('N12', {
    who: 'Oliver Stanhope',
    type: 'business',
    at: ['Z12', 12],
    car: 'ZL69 OST Ford white',
    came: 33,
    isLate: true,
    papers: [businessProof(), v5c()],
  }),
];
