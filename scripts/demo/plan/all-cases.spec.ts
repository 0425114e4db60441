import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
} from '../../../src/applications/application-status.rules.js';
import { PERMIT_TYPE_CODES } from '../../../src/permit-types/permit-type.rules.js';
import { checkRegistration } from '../../../src/shared/vehicle-registration.js';
import { ALL_CASES } from './all-cases.js';
import type { DemoCase, DemoStep } from './demo-case.js';

const HOLD_HOURS = 120;
const LAPSED_ON_PURPOSE = ['DEMO-R08'];

const AFTER: Partial<Record<DemoStep['do'], ApplicationStatus>> = {
  claim: 'in_review',
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
  ask: 'awaiting_evidence',
  answer: 'submitted',
  release: 'submitted',
  hold: 'submitted',
  take_over: 'in_review',
  reopen: 'submitted',
};

/** Where the plan leaves a case. */
function statusOf({ steps }: DemoCase): ApplicationStatus {
  return steps.map((step) => AFTER[step.do]).findLast((status) => status) ?? 'submitted';
}

it('has at least sixty applications, of every type, in every state, over several zones', () => {
  expect(ALL_CASES.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ALL_CASES.map(statusOf))).toEqual(new Set(APPLICATION_STATUSES));
  expect(new Set(ALL_CASES.map(({ permitType }) => permitType))).toEqual(
    new Set(PERMIT_TYPE_CODES),
  );
  expect(new Set(ALL_CASES.map(({ home }) => home.zone)).size).toBeGreaterThanOrEqual(10);
});

it('names each case once, and nothing that a case rests on comes after it', () => {
  const keys = ALL_CASES.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { key, concerns, cameHoursAgo, isLate } of ALL_CASES) {
    if (concerns === null) continue;
    const other = ALL_CASES.find((one) => one.key === concerns);
    expect([key, isLate, (other?.cameHoursAgo ?? 0) > cameHoursAgo]).toEqual([key, true, true]);
  }
});

describe.each(ALL_CASES.map((demo) => [demo.key, demo] as const))('%s', (_key, demo) => {
  it('has steps in their order, after it came and before now', () => {
    const hours = [demo.cameHoursAgo, ...demo.steps.map(({ hoursAgo }) => hoursAgo), 0];
    expect(hours).toEqual([...hours].sort((one, other) => other - one));
  });

  it('has a registration of a usual shape', () => {
    const { vehicle } = demo;
    if (vehicle) expect(checkRegistration(vehicle.registration)).toMatchObject({ ok: true });
  });

  it('has its hold while it waits, unless nothing is held or it lapses on purpose', () => {
    const isOpen = ['submitted', 'in_review', 'awaiting_evidence'].includes(statusOf(demo));
    if (!isOpen || demo.pricePence === 0 || demo.paid === 'captured') return;
    if (LAPSED_ON_PURPOSE.includes(demo.key)) return;
    expect(demo.cameHoursAgo).toBeLessThan(HOLD_HOURS);
  });

  it('is approved while its hold lasts, also when the office shifts the hour', () => {
    const approval = demo.steps.find((step) => step.do === 'approve');
    if (!approval || demo.pricePence === 0) return;
    expect(demo.cameHoursAgo - approval.hoursAgo + 16).toBeLessThan(HOLD_HOURS);
  });
});
