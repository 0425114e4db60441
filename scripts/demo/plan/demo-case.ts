import type { FactMark } from '../../../src/evidence/paper-check.rules.js';
import type { ReasonCode } from '../../../src/decisions/rejection-reasons.rules.js';
import type { WithdrawalReasonCode } from '../../../src/decisions/withdrawal-reasons.rules.js';
import type { ReviewChannel } from '../../../src/decision-reviews/decision-review.rules.js';
import type { RedactionReason } from '../../../src/evidence/redaction-reasons.rules.js';
import type { HoldReason } from '../../../src/holds/hold-reasons.rules.js';
import type { PercentBox } from '../../../src/redaction/typed-boxes.rules.js';
import type { ContactPreference } from '../../../src/applications/contact-preferences.rules.js';
import type { PaperFact, PaperKind } from '../../../src/permit-types/paper-kinds.rules.js';
import type { KeeperKind } from '../../../src/permit-types/permit-type.rules.js';
import type { ExceptionReason } from '../../../src/refund-exceptions/exception-words.rules.js';
import type { Home } from '../desk/demo-places.js';
import type { StaffKey } from '../desk/demo-staff.js';
import type { PaperFormat, PaperKind as DrawnKind, PaperQuality } from '../papers/paper-spec.js';

/** A date so many months and days before the day the paper is received. */
export interface Before {
  months?: number;
  days?: number;
}

/** One paper as it is drawn and sent, with what a careful officer finds on it. */
export interface DemoPaper {
  kind: DrawnKind;
  /** What the sender said it was, where that is another kind. */
  sentAs?: PaperKind;
  format: PaperFormat;
  quality: PaperQuality;
  /** The date on it; for a Blue Badge the day it was issued, for a tenancy the day it starts. */
  dated: Before;
  /** A tenancy's length. */
  termMonths?: number;
  /** Default: the applicant, at the property applied for, with the vehicle applied for. */
  name?: string;
  home?: Home;
  registration?: string;
  signed?: boolean;
  handwritten?: boolean;
  /** The facts that do not simply match. One that does not match or cannot be told sinks the paper. */
  marks: Partial<Record<PaperFact, FactMark>>;
  /** Why a variation is acceptable. */
  why?: string;
  /** The very same file was sent with this case before. */
  sentWith?: DemoCase;
}

export interface DemoVehicle {
  registration: string;
  make: string;
  colour: string;
  keeperName: string;
  keeperKind: KeeperKind;
}

export interface DemoReason {
  code: ReasonCode;
  /** The kind of paper it is about, as an officer would call it; left out: the application. */
  about?: PaperKind;
  words?: string;
}

/** Whether the decision is among those that wait for a second look. */
interface Drawn {
  isDrawn?: boolean;
}

/** What somebody does on the case; `hoursAgo` counts back from the moment of loading. */
export type DemoStep = { hoursAgo: number } & (
  | { do: 'claim'; by: StaffKey }
  | { do: 'release'; by: StaffKey }
  | { do: 'note'; by: StaffKey; words: string }
  /** Every paper that is there, or only the first so many. */
  | { do: 'check'; by: StaffKey; papers?: number }
  | ({ do: 'approve'; by: StaffKey } & Drawn)
  | ({ do: 'reject'; by: StaffKey; reasons: readonly DemoReason[] } & Drawn)
  | { do: 'withdraw'; by: StaffKey; reason: WithdrawalReasonCode }
  | { do: 'ask'; by: StaffKey; reasons: readonly DemoReason[] }
  /** Until so many days after that day. */
  | { do: 'hold'; by: StaffKey; reason: HoldReason; words: string; days: number }
  | { do: 'take_over'; by: StaffKey; reason: string }
  /** The first page of paper number `paper`. */
  | {
      do: 'redact';
      by: StaffKey;
      paper: number;
      boxes: readonly PercentBox[];
      why: RedactionReason;
    }
  /** A supervisor takes up a rejection; any other officer decides it. */
  | { do: 'reopen'; by: StaffKey; reason: string }
  /** The resident asks that a rejection be looked at again. */
  | { do: 'review'; by: StaffKey; channel: ReviewChannel; asked: string }
  /** Somebody asks for money of a granted permit to be given back. */
  | {
      do: 'exception';
      by: StaffKey;
      pence: number;
      reason: ExceptionReason;
      words: string;
      isAskedByResident: boolean;
    }
  /** The resident sends what was asked for, one paper for each thing, in the order of the request. */
  | { do: 'answer'; papers: readonly DemoPaper[] }
);

/** What somebody of the council does. */
export type StaffStep = Exclude<DemoStep, { do: 'answer' }>;

export interface DemoCase {
  /** The portal's own reference: `DEMO-N01`. */
  key: string;
  applicant: string;
  email: string | null;
  mobile: string | null;
  contact: ContactPreference;
  /** How staff helped, or null. */
  assisted: 'telephone' | 'in_person' | 'post' | 'email' | null;
  permitType: string;
  durationMonths: number;
  /** 0: nothing to pay. */
  pricePence: number;
  /** `captured` was taken long ago: its hold cannot lapse. */
  paid: 'held' | 'captured';
  /** What the payment service holds, where it is not what the application says. */
  heldPence: number | null;
  /** The bank sends the refund back: a person has to pay it another way. */
  isRefundRefused: boolean;
  home: Home;
  vehicle: DemoVehicle | null;
  papers: readonly DemoPaper[];
  cameHoursAgo: number;
  /** First day asked for, in days after it came. */
  startsInDays: number;
  /** Key of the case whose permit this one renews or changes. */
  concerns: string | null;
  /** It must not come before the earlier steps of other cases are done. */
  isLate: boolean;
  steps: readonly DemoStep[];
}
