import type { Request } from 'express';
import type { StaffRole } from './staff-roles.rules.js';

/** The member of staff who makes a request. */
export interface CurrentStaff {
  id: string;
  name: string;
  role: StaffRole;
}

declare module 'express-serve-static-core' {
  interface Request {
    staff?: CurrentStaff;
  }
}

/** Who makes this request; throws on a route that is not for staff. */
export function currentStaff(req: Request): CurrentStaff {
  if (!req.staff) throw new Error('This route has no member of staff: mark it with @Can.');
  return req.staff;
}
