/**
 * The desk as plain values: what it should be after each act. Written from the rules of the field,
 * not from the code: a prediction may only ask the code for dates of the calendar.
 */
export type StaffKey = 'ann' | 'bob' | 'sue' | 'sid';
export const STAFF_KEYS: readonly StaffKey[] = ['ann', 'bob', 'sue', 'sid'];
export const ROLES = {
  ann: 'officer',
  bob: 'officer',
  sue: 'supervisor',
  sid: 'supervisor',
} as const satisfies Readonly<Record<StaffKey, 'officer' | 'supervisor'>>;

export type PaperKindKey = 'utility_bill' | 'v5c' | 'proof_of_care';
export type TypeKey = 'resident' | 'essential_carer';

/** Any one accepted paper of each of these kinds proves the application. */
export const NEEDED: Readonly<Record<TypeKey, readonly PaperKindKey[]>> = {
  resident: ['utility_bill', 'v5c'],
  essential_carer: ['utility_bill', 'v5c', 'proof_of_care'],
};

export interface PlainPaper {
  id: string;
  position: number;
  kind: PaperKindKey;
  receivedAt: number;
  virus: 'waiting' | 'clean' | 'infected' | 'not_scanned';
  isReplaced: boolean;
  check: { by: StaffKey; verdict: 'accept' | 'ask_again' | 'undecided' } | null;
}

export type ProviderKey = 'capturable' | 'success' | 'cancelled' | 'refunded' | 'failed';

export interface PlainMoney {
  /** Empty while only the real desk knows it. */
  id: string;
  pence: number;
  provider: ProviderKey;
  /** When a hold ends by itself. */
  holdEndsAt: number;
  /** What the desk knows of it; null until a worker has read it. */
  read: { state: ProviderKey; holdEndsAt: number | null } | null;
  commands: PlainCommand[];
  /** Given back at the provider. */
  backPence: number;
}

export interface PlainCommand {
  kind: 'capture' | 'release' | 'refund';
  /** Of a refund alone: exactly so much. */
  pence: number;
  state: 'requested' | 'settled' | 'needs_attention';
  effect: string | null;
}

/** A request to give money back that no rule gives back; another person answers it. */
export interface PlainException {
  formId: string;
  /** Both empty while only the real desk knows them. */
  id: string;
  lapsesAt: number | null;
  by: StaffKey;
  pence: number;
  isAskedByResident: boolean;
  state: 'requested' | 'approved' | 'declined' | 'withdrawn' | 'lapsed';
}

export interface PlainPayRequest {
  id: string;
  by: StaffKey;
  state: 'open' | 'paid' | 'lapsed' | 'closed';
  dueAt: number;
}

export interface PlainDecision {
  round: number;
  outcome: 'approved' | 'rejected' | 'withdrawn';
  by: StaffKey;
  look: { state: 'waiting' | 'agreed' | 'disagreed' | 'lapsed'; dueAt: number | null } | null;
}

export interface PlainRequest {
  id: string;
  state: 'open' | 'lapsed' | 'answered' | 'closed';
  paperId: string | null;
  kind: PaperKindKey;
  remindAt: number;
  dueAt: number;
  isReminded: boolean;
}

export interface PlainCase {
  id: string;
  reference: string;
  uprn: string;
  type: TypeKey;
  receivedAt: number;
  registration: string;
  version: number;
  status: 'submitted' | 'in_review' | 'awaiting_evidence' | PlainDecision['outcome'];
  claimedBy: StaffKey | null;
  claimedUntil: number;
  onHoldUntil: number | null;
  round: number;
  papers: PlainPaper[];
  money: PlainMoney | null;
  /** Payments whose place another one took. */
  oldMoney: PlainMoney[];
  exceptions: PlainException[];
  payRequests: PlainPayRequest[];
  decisions: PlainDecision[];
  requests: PlainRequest[];
  hasOpenReview: boolean;
  /** Ids of forms that did something; the same form sent again does nothing more. */
  forms: string[];
  /** How many events of each type the case's timeline holds. */
  events: Record<string, number>;
  letters: { going: number; held: number; dropped: number };
}

export interface PlainSlot {
  uprn: string;
  kind: 'cap' | 'free';
  caseId: string;
}

export interface PlainDesk {
  now: number;
  uprns: string[];
  cases: PlainCase[];
  slots: PlainSlot[];
  permits: { uprn: string; caseId: string }[];
}

export const SLOT_LIMITS = { cap: 2, free: 1 } as const;
export const LEASE_MS = 20 * 60_000;
export const HOUR_MS = 3_600_000;
export const HOLD_MS = 120 * HOUR_MS;

export function caseOf(desk: PlainDesk, id: string): PlainCase {
  const found = desk.cases.find((one) => one.id === id);
  if (!found) throw new Error('The plain desk knows no such case.');
  return found;
}

export function count(kase: PlainCase, type: string, times = 1): void {
  kase.events[type] = (kase.events[type] ?? 0) + times;
}

export function isDecided({ status }: PlainCase): boolean {
  return status === 'approved' || status === 'rejected' || status === 'withdrawn';
}

export function hasDecided({ decisions }: PlainCase, by: StaffKey): boolean {
  return decisions.some((decision) => decision.by === by);
}

/** The second look that the decision which stands waits for. */
export function waitingLook({ decisions, round }: PlainCase) {
  const standing = decisions.find((decision) => decision.round === round);
  return standing?.look?.state === 'waiting' ? standing.look : null;
}

export const slotKindOf = (type: TypeKey) => (type === 'resident' ? 'cap' : 'free');

/** Takes the place the case needs; false when none is free. */
export function takePlace(desk: PlainDesk, kase: PlainCase): boolean {
  const kind = slotKindOf(kase.type);
  if (desk.slots.some(({ caseId }) => caseId === kase.id)) return true;
  const held = desk.slots.filter((slot) => slot.uprn === kase.uprn && slot.kind === kind).length;
  if (held >= SLOT_LIMITS[kind]) return false;
  desk.slots.push({ uprn: kase.uprn, kind, caseId: kase.id });
  return true;
}

export function isPlaceToBeHad(desk: PlainDesk, kase: PlainCase): boolean {
  return takePlace(structuredClone(desk), kase);
}

export function freePlace(desk: PlainDesk, kase: PlainCase): void {
  desk.slots = desk.slots.filter(({ caseId }) => caseId !== kase.id);
}
