import type { Application } from '../applications/applications.store.js';
import type { ConflictGround } from '../conflicts-of-interest/conflict.rules.js';
import type { NeedProgress } from '../evidence/needs-progress.rules.js';
import type { LetterMoney } from '../letters/money-words.rules.js';
import type { Payment } from '../payments/payments.store.js';
import type { PermitType, VehicleChange } from '../permit-types/permit-type.rules.js';
import type { Permit } from '../permits/permits.store.js';
import type { SlotKind, SlotUse } from '../property-slots/property-slots.rules.js';
import type { Pence } from '../shared/money.js';
import type { Zone } from '../zones/zone.rules.js';

/** Everything an approval rests on, as it stands at `now`. */
export interface ApprovalFacts {
  application: Application;
  permitType: PermitType;
  needs: readonly NeedProgress[];
  /** The zone and its cap on the day the application came, which decide (R6.7). */
  zone: Zone | null;
  zoneToday: Zone | null;
  /** The places the permit needs at the property; empty when it needs none. */
  slots: readonly SlotFacts[];
  /** The permit it renews, or whose vehicle it changes. */
  concerned: ConcernedPermit | null;
  /** By the price list of the day it came; null where that has no price. */
  duePence: Pence | null;
  payment: Payment | null;
  /** The payment service holds another sum than the application said. */
  paymentDiffers: boolean;
  money: LetterMoney;
  /** Why the person who asks may not decide the case; empty when nothing stands against it. */
  conflict: readonly ConflictGround[];
  /** What the permit will be called; null when none is made. */
  permitReference: string | null;
  now: Date;
}

export interface SlotFacts {
  kind: SlotKind;
  limit: number;
  /** Pending applications included, this one too. */
  use: SlotUse;
  /** This application holds one already. */
  isHeld: boolean;
  /** The permit it renews holds one and hands it on. */
  isHandedOn: boolean;
}

export interface ConcernedPermit {
  permit: Permit;
  /** Its early end included. */
  endsAt: Date;
  typeName: string;
  vehicleChange: VehicleChange;
  zones: readonly string[];
  /** The vehicle it covers in the end, by what is known now. */
  registration: string | null;
}
