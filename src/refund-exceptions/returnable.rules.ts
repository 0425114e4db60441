import type { LocalDate } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';
import { type Settings, settingOn } from '../policy/policy-settings.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';

/** What of a payment could still be given back: taken, not promised, and asked for by nobody. */
export function returnablePence(
  payment: { capturedPence: Pence; returnsPromisedPence: Pence } | null,
  waitingPence: Pence,
): Pence {
  if (payment === null) return 0;
  return Math.max(0, payment.capturedPence - payment.returnsPromisedPence - waitingPence);
}

/** As much as one person of this role may approve on that day; 0 is no power at all. */
export function approvalLimit(settings: Settings, role: StaffRole, on: LocalDate): Pence {
  switch (role) {
    case 'officer':
      return settingOn(settings, 'exception_officer_pounds', on) * 100;
    case 'supervisor':
      return settingOn(settings, 'exception_supervisor_pounds', on) * 100;
    case 'support':
    case 'administrator':
    case 'auditor':
      return 0;
  }
}

/** More than this nobody may approve on that day. */
export function highestLimit(settings: Settings, on: LocalDate): Pence {
  return Math.max(
    approvalLimit(settings, 'officer', on),
    approvalLimit(settings, 'supervisor', on),
  );
}
