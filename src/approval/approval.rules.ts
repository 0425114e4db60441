import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type CaseToDecide,
  checkOpenCase,
  type OpenCaseRefusal,
} from '../decisions/open-case.rules.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { Obstacle } from '../approval-gate/approval-obstacles.rules.js';
import type { VehicleElsewhere } from './vehicle-elsewhere.rules.js';

export interface ApprovalToDecide extends Omit<CaseToDecide, 'action'> {
  obstacles: readonly Obstacle[];
  /** What the officer checked, and what it would be now (`termsKey`); only asked without obstacles. */
  terms: { shown: string; now: () => string };
  /** Where else the vehicle is, and why it may be approved all the same (R-VC-5). */
  vehicle: { elsewhere: readonly VehicleElsewhere[]; reason: string | null };
}

export type ApprovalRefusal =
  | OpenCaseRefusal
  | 'cannot_be_approved'
  | 'terms_changed'
  | 'vehicle_reason_needed'
  | 'letter_changed';

/**
 * First match: is it open and as the officer saw it, is anything in the way, is it what he checked,
 * did he say why where the vehicle is elsewhere too.
 */
export function decideApproval({
  obstacles,
  terms,
  vehicle,
  ...open
}: ApprovalToDecide): Outcome<{ status: ApplicationStatus }, ApprovalRefusal> {
  const checked = checkOpenCase({ ...open, action: 'approve' });
  if (!checked.ok) return checked;
  if (obstacles.length > 0) return refuse('cannot_be_approved');
  if (terms.shown !== terms.now()) return refuse('terms_changed');
  if (vehicle.elsewhere.length > 0 && vehicle.reason === null) {
    return refuse('vehicle_reason_needed');
  }
  return ok({ status: checked.status });
}
