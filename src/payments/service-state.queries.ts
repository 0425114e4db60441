import type { Reader } from '../platform/database/transaction.js';

/** Whether the payment service answers, as our last request to it went. */
export interface ServiceState {
  /** Null while it answers. */
  awaySince: Date | null;
  problem: string | null;
}

export async function readServiceState(reader: Reader): Promise<ServiceState> {
  const rows: ServiceState[] = await reader.query(
    `SELECT away_since AS awaySince, problem FROM payment_service_state WHERE id = 1`,
  );
  return rows[0] ?? { awaySince: null, problem: null };
}
