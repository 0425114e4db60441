import type { RegisterFacts } from './register-facts.rules.js';

/** What the register's wheelplan and type approval make of a vehicle (R-VES-3). */
export type RegisterKind = 'car' | 'motorcycle' | 'other';

const MOTORCYCLE_WHEELS = /^2[ -]WHEEL/;
/** Approved as passenger car or light van. */
const CAR_APPROVAL = /^[MN]1/;
const LIGHT_VEHICLE_APPROVAL = /^L[1-7]/;

/** Null when it says neither. */
export function registerKind({ wheelplan, typeApproval }: RegisterFacts): RegisterKind | null {
  const wheels = wheelplan?.toUpperCase() ?? null;
  const approval = typeApproval?.toUpperCase() ?? null;
  if (wheels !== null && MOTORCYCLE_WHEELS.test(wheels)) return 'motorcycle';
  if (wheels !== null && wheels !== '2 AXLE RIGID BODY') return 'other';
  if (approval === null) return wheels === null ? null : 'car';
  if (CAR_APPROVAL.test(approval)) return 'car';
  if (LIGHT_VEHICLE_APPROVAL.test(approval) && wheels === null) return 'motorcycle';
  return 'other';
}
