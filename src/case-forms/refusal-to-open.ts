import type { Request } from 'express';
import {
  type CaseToDecide,
  checkOpenCase,
  type DecidingAction,
  earlierDecidersOf,
  type OpenCaseRefusal,
} from '../decisions/open-case.rules.js';
import { currentStaff } from '../staff/current-staff.js';

interface OpenCase {
  application: CaseToDecide['application'] & { round: number };
  decisions: readonly { decidedBy: string; round: number }[];
}

/**
 * Why this officer cannot do this to the case now; null when nothing stands in the way. A first
 * look, so that nobody fills in a form in vain: the use case asks again under its locks.
 * @param seenVersion null for a form that is only being opened
 */
export function refusalToOpen(
  { application, decisions }: OpenCase,
  req: Request,
  action: DecidingAction,
  seenVersion: number | null,
): OpenCaseRefusal | null {
  const deciders = earlierDecidersOf({ application, decisions });
  const officer = currentStaff(req);
  const checked = checkOpenCase({ application, officer, action, deciders, seenVersion });
  return checked.ok ? null : checked.refusal;
}
