import type { Tx } from '../platform/database/transaction.js';
import { renewStamp } from '../policy/policy-stamp.store.js';
import { addDays, type LocalDate } from '../shared/local-date.js';
import type { Pence } from '../shared/money.js';
import type { VehicleClass } from './permit-type.rules.js';

export interface NewPrice {
  permitTypeCode: string;
  vehicleClass: VehicleClass;
  durationMonths: number;
  validFrom: LocalDate;
  /** Null: blank, the sale is blocked. */
  pricePence: Pence | null;
}

/**
 * Writes a price until further notice and ends the one before it the day before. Given twice for
 * the same first day, the later amount stands.
 */
export async function recordPrice(tx: Tx, price: NewPrice): Promise<void> {
  const line = [price.permitTypeCode, price.vehicleClass, price.durationMonths];
  await tx.query(
    `UPDATE permit_prices SET valid_to = ?
      WHERE permit_type_code = ? AND vehicle_class = ? AND duration_months = ?
        AND valid_from < ? AND (valid_to IS NULL OR valid_to >= ?)`,
    [addDays(price.validFrom, -1), ...line, price.validFrom, price.validFrom],
  );
  await tx.query(
    `INSERT INTO permit_prices
       (permit_type_code, vehicle_class, duration_months, valid_from, valid_to, price_pence)
     VALUES (?, ?, ?, ?, NULL, ?)
     ON DUPLICATE KEY UPDATE price_pence = ?`,
    [...line, price.validFrom, price.pricePence, price.pricePence],
  );
  await renewStamp(tx);
}
