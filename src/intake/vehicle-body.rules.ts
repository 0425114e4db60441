import {
  acceptUnusualRegistration,
  checkRegistration,
  formatRegistration,
  REGISTRATION_REFUSAL_WORDS,
} from '../shared/vehicle-registration.js';
import type { Fault } from './faults.rules.js';

interface VehicleRead {
  registration?: string;
  registrationOverride?: string | null;
}

/**
 * A mark of a known shape passes; any other needs a reason (R-VRM-7). A slip such as O for 0 is
 * refused with what was probably meant, and never put right without asking (R-VRM-4).
 */
export function checkVehicle<D extends VehicleRead>(draft: D, at: string, faults: Fault[]): D {
  const { registration: typed, registrationOverride: reason } = draft;
  if (typed === undefined || reason === undefined) return draft;
  const usual = checkRegistration(typed);
  if (usual.ok) {
    return { ...draft, registration: usual.registration, registrationOverride: null };
  }
  const pointer = `${at}/registration`;
  if (reason === null) {
    faults.push({ pointer, code: 'not_a_registration', ...mistyped(usual) });
    return { ...draft, registration: undefined };
  }
  const unusual = acceptUnusualRegistration(typed);
  if (unusual.ok) return { ...draft, registration: unusual.registration };
  const words = 'An unusual registration number must be 2 to 12 letters A to Z and numbers 0 to 9';
  faults.push({ pointer, code: 'not_a_registration', words });
  return { ...draft, registration: undefined };
}

function mistyped(check: Extract<ReturnType<typeof checkRegistration>, { ok: false }>) {
  const suggestions = check.suggestions.map(formatRegistration);
  const words = REGISTRATION_REFUSAL_WORDS[check.refusal];
  if (suggestions.length === 0) return { words };
  return { words: `${words}. Did you mean ${suggestions.join(' or ')}?`, suggestions };
}
