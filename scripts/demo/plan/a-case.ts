import type { KeeperKind } from '../../../src/permit-types/permit-type.rules.js';
import { homeIn, type Home } from '../desk/demo-places.js';
import type { StaffKey } from '../desk/demo-staff.js';
import type { DemoCase, DemoReason, DemoStep, DemoVehicle } from './demo-case.js';

type Place = readonly [area: string, number: number];

/** What one line of the plan says; the rest is usual. */
export interface CaseLine extends Partial<
  Pick<
    DemoCase,
    | 'assisted'
    | 'contact'
    | 'durationMonths'
    | 'email'
    | 'mobile'
    | 'paid'
    | 'heldPence'
    | 'isRefundRefused'
    | 'startsInDays'
    | 'concerns'
    | 'isLate'
    | 'pricePence'
    | 'vehicle'
  >
> {
  who: string;
  type: string;
  at: Place;
  /** Registration, make and colour: `ZL21 ABK Ford blue`. */
  car?: string;
  keeper?: { name: string; kind: KeeperKind };
  came: number;
  papers: DemoCase['papers'];
  steps?: readonly DemoStep[];
}

/** Pence, of the first policy and, where that is blank, of the demonstration (`demo-policy.ts`). */
const PRICES: Readonly<Record<string, number>> = {
  'resident 12': 5500,
  'disabled_resident 12': 0,
  'motorcycle 12': 2750,
  'temporary_resident 6': 2750,
  'temporary_resident 12': 5500,
  'essential_carer 12': 0,
  'business 6': 2750,
  'business 12': 5500,
  'vehicle_change_request 0': 1000,
};

export function aCase(key: string, line: CaseLine): DemoCase {
  const { who, type, at, car, keeper, came, papers, steps = [], ...rest } = line;
  const durationMonths = rest.durationMonths ?? (type === 'vehicle_change_request' ? 0 : 12);
  const pricePence = rest.pricePence ?? PRICES[`${type} ${durationMonths}`];
  if (pricePence === undefined) throw new Error(`${key}: no price is known for ${type}.`);
  const home: Home = homeIn(...at);
  const contact = rest.contact ?? 'email';
  return {
    key: `DEMO-${key}`,
    applicant: who,
    email: contact === 'post' ? null : (rest.email ?? `${mailbox(who)}@example.com`),
    mobile: rest.mobile ?? (contact === 'text' ? mobileOf(who) : null),
    contact,
    assisted: rest.assisted ?? null,
    permitType: type,
    durationMonths,
    pricePence,
    paid: rest.paid ?? 'held',
    heldPence: rest.heldPence ?? null,
    isRefundRefused: rest.isRefundRefused ?? false,
    home,
    vehicle: car ? vehicleOf(car, keeper ?? { name: who, kind: 'own' }) : null,
    papers,
    cameHoursAgo: came,
    startsInDays: rest.startsInDays ?? 6,
    concerns: rest.concerns ? `DEMO-${rest.concerns}` : null,
    isLate: rest.isLate ?? false,
    steps,
  };
}

function vehicleOf(car: string, keeper: { name: string; kind: KeeperKind }): DemoVehicle {
  const words = car.split(' ');
  const colour = words.pop() ?? '';
  const make = words.pop() ?? '';
  return {
    registration: words.join(' '),
    make,
    colour: colour.charAt(0).toUpperCase() + colour.slice(1),
    keeperName: keeper.name,
    keeperKind: keeper.kind,
  };
}

function mailbox(who: string): string {
  return who
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replaceAll(' ', '.');
}

/** One of the numbers kept for drama; the first three hundred mean something to the stand-in. */
function mobileOf(who: string): string {
  return `07700 900${300 + (hashOf(who) % 700)}`;
}

function hashOf(text: string): number {
  return [...text].reduce((sum, one) => (sum * 31 + (one.codePointAt(0) ?? 0)) % 1_000_003, 7);
}

/** An officer has it open, with the first papers checked. */
export function inReview(by: StaffKey, since: number, papers = 1): DemoStep[] {
  const check = { do: 'check', by, papers, hoursAgo: since * 0.7 } as const;
  return [{ do: 'claim', by, hoursAgo: since }, ...(papers > 0 ? [check] : [])];
}

/** Claimed and every paper checked, the last of it a quarter of an hour before `at`. */
function reviewed(by: StaffKey, at: number): DemoStep[] {
  return [
    { do: 'claim', by, hoursAgo: at + 0.45 },
    { do: 'check', by, hoursAgo: at + 0.25 },
  ];
}

export function approved(
  by: StaffKey,
  at: number,
  { isDrawn = false }: { isDrawn?: boolean } = {},
): DemoStep[] {
  return [...reviewed(by, at), { do: 'approve', by, hoursAgo: at, isDrawn }];
}

export function rejected(by: StaffKey, at: number, ...reasons: DemoReason[]): DemoStep[] {
  return [...reviewed(by, at), { do: 'reject', by, reasons, hoursAgo: at }];
}

export function asked(by: StaffKey, at: number, ...reasons: DemoReason[]): DemoStep[] {
  return [...reviewed(by, at), { do: 'ask', by, reasons, hoursAgo: at }];
}
