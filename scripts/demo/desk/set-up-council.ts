import { randomUUID } from 'node:crypto';
import { API_SCOPES } from '../../../src/api-clients/api-scopes.rules.js';
import { addApiClient } from '../../../src/api-clients/api-clients.store.js';
import { recordPrice } from '../../../src/permit-types/permit-prices.store.js';
import { ImportProperties } from '../../../src/properties/import-properties.js';
import { localDate } from '../../../src/shared/local-date.js';
import { homesAsCsv } from './demo-places.js';
import type { DemoDesk } from './demo-desk.js';
import { addSignIn } from './demo-staff.js';
import type { Portal } from './send-application.js';

const PORTAL = 'Demo portal';

/**
 * The portal that the applications come from. Its first day is the instant that everything else is
 * counted back from, so that a load run again sends the very same applications.
 */
export async function openPortal(desk: DemoDesk, signInsFile: string): Promise<Portal> {
  const rows: { id: string; created_at: Date }[] = await desk.reader.query(
    'SELECT id, created_at FROM api_clients WHERE name = ?',
    [PORTAL],
  );
  const [known] = rows;
  if (known) return { clientId: known.id, loadedAt: new Date(known.created_at) };
  const client = { id: randomUUID(), name: PORTAL, scopes: API_SCOPES };
  const now = new Date();
  const key = await desk.unitOfWork.run((tx) => addApiClient(tx, client, now));
  addSignIn(signInsFile, { role: 'API key', email: PORTAL, password: key });
  return { clientId: client.id, loadedAt: now };
}

/** Through the import that the council would use for its own file. */
export async function importHomes(desk: DemoDesk): Promise<number> {
  const imports = new ImportProperties(desk.unitOfWork, desk.clock);
  const wish = { open: homesAsCsv, apply: true, isFull: false };
  const { faults, newCount, unchangedCount } = await imports.run(wish);
  if (faults.length > 0) throw new Error(`The demo properties: ${JSON.stringify(faults[0])}`);
  return newCount + unchangedCount;
}

/** Prices for what the first policy leaves blank; invented, for the demonstration only. */
const DEMO_PRICES = [
  { permitTypeCode: 'essential_carer', durationMonths: 12, pricePence: 2750 },
  { permitTypeCode: 'vehicle_change_request', durationMonths: 0, pricePence: 1000 },
] as const;

export async function setDemoPrices(desk: DemoDesk): Promise<void> {
  const validFrom = localDate('2025-04-01');
  await desk.unitOfWork.run(async (tx) => {
    for (const price of DEMO_PRICES) {
      await recordPrice(tx, { ...price, vehicleClass: 'car', validFrom });
    }
  });
}
