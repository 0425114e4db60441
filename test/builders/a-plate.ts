import type { Application } from '../../src/applications/applications.store.js';
import { lookAlikeKey } from '../../src/shared/vehicle-registration.js';

let plates = 0;

/** A plate that no other case of the test has: what is to be approved must not be elsewhere too. */
export function aPlate(): Pick<Application, 'registration' | 'registrationKey'> {
  plates += 1;
  const letter = (at: number) => 'ABCDEFGHJK'.charAt(Math.floor(plates / 10 ** at) % 10);
  const registration = `LG${String(51 + (plates % 20))}${letter(2)}${letter(1)}${letter(0)}`;
  return { registration, registrationKey: lookAlikeKey(registration) };
}
