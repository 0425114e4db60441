import { APPROVED_CASES } from './approved-cases.js';
import { AWAITING_CASES } from './awaiting-cases.js';
import { REJECTED_CASES, WITHDRAWN_CASES } from './closed-cases.js';
import type { DemoCase } from './demo-case.js';
import { NAMED_CASES } from './named-cases.js';
import { OPEN_CASES } from './open-cases.js';
import { PERMITS_IN_FORCE } from './permits-in-force.js';
import { TOGETHER_CASES } from './together-cases.js';
import { WAITING_CASES } from './waiting-cases.js';

/** Everything the demonstration shows. */
export const ALL_CASES: readonly DemoCase[] = [
  ...PERMITS_IN_FORCE,
  ...NAMED_CASES,
  ...WAITING_CASES,
  ...OPEN_CASES,
  ...AWAITING_CASES,
  ...APPROVED_CASES,
  ...REJECTED_CASES,
  ...WITHDRAWN_CASES,
  ...TOGETHER_CASES,
];

/** The twelve, with the permits that some of them meet: what their journey needs. */
export const TWELVE_CASES: readonly DemoCase[] = [
  ...PERMITS_IN_FORCE.filter(({ home }) =>
    NAMED_CASES.some((named) => named.home.uprn === home.uprn),
  ),
  ...NAMED_CASES,
];
