import type { Application } from '../applications/applications.store.js';
import { pricesOfClass } from '../permit-types/permit-types.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';
import { findRegisterCheck, type RegisterCheck } from './register-checks.store.js';

/** What the register said about a case's vehicle, with what it is held against. */
export interface RegisterRows {
  /** Null: it was never asked. */
  check: RegisterCheck | null;
  /** What the other class of vehicle pays for the same term; null when the list has no one price. */
  otherPricePence: Pence | null;
}

export async function readRegisterRows(
  reader: Reader,
  application: Application,
): Promise<RegisterRows> {
  const { vehicleClass, durationMonths } = application;
  const prices = await pricesOfClass(reader, {
    vehicleClass: vehicleClass === 'car' ? 'motorcycle' : 'car',
    durationMonths,
    on: londonDateOf(application.declaredAt),
  });
  return {
    check: await findRegisterCheck(reader, application.id),
    otherPricePence: prices.length === 1 ? (prices[0] ?? null) : null,
  };
}
