import type { Registration } from '../shared/vehicle-registration.js';
import type { NotCheckedReason } from './not-checked.rules.js';
import type { RegisterFacts } from './register-facts.rules.js';

/** What came of one question. That a vehicle is not in the register is an answer (R-VES-4). */
export type RegisterAnswer =
  | { answer: 'found'; facts: RegisterFacts }
  | { answer: 'not_in_register' }
  /** It was not asked yet: as many questions were asked as may be in a minute. */
  | { answer: 'later'; milliseconds: number }
  | { answer: 'not_checked'; because: NotCheckedReason; retryAfterSeconds: number | null };

/** The national register of vehicles. Called from jobs only, never inside a transaction. */
export abstract class VehicleRegisterGateway {
  /** False when no key is set: then the register is not asked at all. */
  abstract readonly isConfigured: boolean;
  /** Never throws for what the register does; what it says holds no registration. */
  abstract ask(registration: Registration): Promise<RegisterAnswer>;
}
