import type { Request } from 'express';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { NotAllowed } from '../platform/web/refusals.js';
import { currentStaff } from '../staff/current-staff.js';
import { mayDo, rolesInWords } from '../staff/permissions.rules.js';

const PERMISSION = 'see-health-evidence';

/** Health data needs a permission of its own, whatever else the role may see (R-EV-4). */
export function refuseHealthPaper(req: Request, kind: PaperKind): void {
  if (!paperKindTerms(kind).isHealth) return;
  if (!mayDo(currentStaff(req).role, PERMISSION)) throw new NotAllowed(rolesInWords(PERMISSION));
}
