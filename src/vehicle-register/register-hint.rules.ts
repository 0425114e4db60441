import type { VehicleClass } from '../permit-types/permit-type.rules.js';
import type { LocalDate } from '../shared/local-date.js';
import type { Pence } from '../shared/money.js';
import type { RegisterFacts } from './register-facts.rules.js';

export type RegisterHintCode =
  | 'v5c_superseded'
  | 'v5c_after_register'
  | 'slip_superseded'
  | 'slip_not_yet'
  | 'just_bought'
  | 'other_make'
  | 'other_colour'
  | 'other_price'
  | 'other_kind'
  | 'not_taxed'
  | 'no_mot'
  | 'for_export';

/** One thing worth a look, with its reason in a sentence. It blocks nothing and decides nothing. */
export interface RegisterHint {
  readonly code: RegisterHintCode;
  readonly words: string;
  /** A fact of no weight for the permit; told in passing. */
  readonly isQuiet: boolean;
}

/** A V5C or new keeper slip of the case. */
export interface KeeperPaper {
  readonly position: number;
  readonly kind: 'v5c' | 'new_keeper_slip';
  /** The date on it as an officer marked it; null while nobody did. */
  readonly datedOn: LocalDate | null;
}

export interface RegisterQuestion {
  readonly facts: RegisterFacts;
  readonly declared: {
    readonly make: string | null;
    readonly colour: string | null;
    readonly vehicleClass: VehicleClass;
    readonly pricePence: Pence;
  };
  /** What the other class of vehicle pays for the same term; null when the list does not say. */
  readonly otherPricePence: Pence | null;
  readonly papers: readonly KeeperPaper[];
  readonly receivedOn: LocalDate;
  readonly today: LocalDate;
}

export function loud(code: RegisterHintCode, words: string): RegisterHint {
  return { code, words, isQuiet: false };
}

export function quiet(code: RegisterHintCode, words: string): RegisterHint {
  return { code, words, isQuiet: true };
}
