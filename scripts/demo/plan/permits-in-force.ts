import { aCase, approved } from './a-case.js';
import type { DemoCase } from './demo-case.js';
import { bill, blueBadge, proofOfCare, statement, tenancy, v5c } from './papers-of-a-case.js';

const days = (count: number) => count * 24;
const usual = { type: 'resident', startsInDays: 0 } as const;

/** Permits already live, which later applications meet: at a cap, on a free slot, to be renewed. */
export const PERMITS_IN_FORCE: readonly DemoCase[] = [
  aCase('P01', {
    ...usual,
    who: 'Judith Frith',
    at: ['Z3', 9],
    car: 'ZL14 JFR Mazda red',
    came: days(200),
    papers: [bill(), v5c()],
    steps: approved('grace', days(199)),
  }),
  aCase('P02', {
    ...usual,
    who: 'Anthony Frith',
    at: ['Z3', 9],
    car: 'ZL65 AFR Audi black',
    came: days(120),
    papers: [statement(), v5c()],
    steps: approved('tomas', days(118)),
  }),
  aCase('P03', {
    ...usual,
    who: 'Oliver Stanhope',
    at: ['Z12', 12],
    car: 'ZL67 OSA Renault grey',
    came: days(90),
    papers: [tenancy({ termMonths: 36 }), v5c()],
    steps: approved('grace', days(88)),
  }),
  aCase('P04', {
    ...usual,
    who: 'Winifred Locke',
    at: ['Z1', 14],
    car: 'ZLO 12 Morris green',
    came: days(150),
    papers: [bill(), v5c()],
    steps: approved('tomas', days(149)),
  }),
  aCase('P05', {
    ...usual,
    type: 'disabled_resident',
    who: 'Leonard Quince',
    at: ['Z21', 15],
    car: 'ZL13 LQU Citroen silver',
    came: days(75),
    papers: [bill(), blueBadge(), v5c()],
    steps: approved('helen', days(73)),
  }),
  aCase('P06', {
    ...usual,
    who: 'Sunita Rao',
    at: ['Z5', 16],
    car: 'ZL21 SRA Hyundai blue',
    came: days(350),
    papers: [bill(), v5c()],
    steps: approved('grace', days(349)),
  }),
  aCase('P07', {
    ...usual,
    who: 'Patrick Doyle',
    at: ['Z14', 17],
    car: 'ZL12 PDO Peugeot red',
    came: days(140),
    papers: [statement(), v5c()],
    steps: approved('tomas', days(138)),
  }),
  aCase('P08', {
    ...usual,
    type: 'essential_carer',
    who: 'Edith Larkin',
    at: ['Z43', 18],
    car: 'ZL18 ELA Dacia white',
    came: days(60),
    papers: [bill(), proofOfCare(), v5c()],
    steps: approved('helen', days(58)),
  }),
];
