import { randomUUID } from 'node:crypto';
import { Test } from '@nestjs/testing';
import type { PaymentToMake } from '../../../sandbox/control/make-payment.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import { keepProviderRead } from '../../../src/payments/keep-provider-read.js';
import { PaymentGateway } from '../../../src/payments/payment-gateway.js';
import { insertPayment } from '../../../src/payments/payments.store.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { ReconcileDaily } from '../../../src/reconciliation/reconcile-daily.task.js';
import { ReconcilePaymentsJob } from '../../../src/reconciliation/reconcile-payments.job.js';
import { ReconciliationWorkerModule } from '../../../src/reconciliation/reconciliation-worker.module.js';
import { WatchReconciliation } from '../../../src/reconciliation/watch-reconciliation.task.js';
import { addDays, type LocalDate, londonDateOf } from '../../../src/shared/london-date.js';
import { type DecidingBench, startDecidingBench } from '../deciding/deciding-bench.js';

/** A day of payments at the stand-in and with us, in the past and all of one case. */
export interface ReconcileBench {
  bench: DecidingBench;
  job: ReconcilePaymentsJob;
  daily: ReconcileDaily;
  watch: WatchReconciliation;
  /** What the worker said at the level of errors. */
  errors: unknown[];
  gateway: PaymentGateway;
  /** At the stand-in and with us; read when it was taken. */
  addPayment(wanted?: Partial<PaymentToMake>): Promise<{ id: string; providerId: string }>;
  /** At the stand-in alone. */
  payOutside(wanted?: Partial<PaymentToMake>): Promise<string>;
  applicationId: string;
  /** A comparison of these days, as a person asks for it, from its beginning to its end. */
  compare(from?: LocalDate, to?: LocalDate): Promise<string>;
  stop(): Promise<void>;
}

const TODAY = londonDateOf(new Date());
/** Holds of that day still stand. */
export const DAY = addDays(TODAY, -2);
export const LONG_AGO = addDays(TODAY, -10);
export { TODAY };
const AT = `${DAY}T10:00:00.000Z`;

const SILENT = { log: () => undefined, warn: () => undefined };

export async function startReconcileBench(): Promise<ReconcileBench> {
  const bench = await startDecidingBench();
  const errors: unknown[] = [];
  const worker = await Test.createTestingModule({
    imports: [FoundationModule, ApiClientsModule, ReconciliationWorkerModule],
  })
    .overrideProvider(Settings)
    .useValue(bench.desk.settings)
    .overrideProvider(Clock)
    .useValue(bench.desk.clock)
    .setLogger({ ...SILENT, error: (said: unknown) => errors.push(said) })
    .compile();
  const officer = await bench.desk.addStaff('officer');
  const { application } = await bench.addCase({ officerId: officer.id, pence: 0 });
  const gateway = worker.get(PaymentGateway, { strict: false });

  async function payOutside(wanted: Partial<PaymentToMake> = {}): Promise<string> {
    const made = await bench.sandbox.control.makePayment({
      ...{ amount: 5500, reference: randomUUID(), created_date: AT, settle_after_ms: 0 },
      ...wanted,
    });
    return made.payment_id;
  }

  return {
    ...{ bench, gateway, payOutside, applicationId: application.id, errors },
    watch: worker.get(WatchReconciliation, { strict: false }),
    compare: async (from = DAY, to = from) => {
      const id = newId();
      await bench.desk.database.dataSource.query(
        `INSERT INTO reconciliation_runs
           (id, from_on, to_on, asked_by, step, next_page, rounds, matched, caught_up, started_at)
         VALUES (?, ?, ?, ?, 'reading', 1, 1, 0, 0, UTC_TIMESTAMP(3))`,
        [id, from, to, officer.id],
      );
      const job = worker.get(ReconcilePaymentsJob, { strict: false });
      while (!(await job.run(id)).done);
      return id;
    },
    job: worker.get(ReconcilePaymentsJob, { strict: false }),
    daily: worker.get(ReconcileDaily, { strict: false }),
    addPayment: async (wanted = {}) => {
      const providerId = await payOutside(wanted);
      const id = newId();
      await bench.write((tx) =>
        insertPayment(tx, {
          ...{ id, applicationId: application.id, providerPaymentId: providerId },
          ...{ amountPence: wanted.amount ?? 5500, state: 'capturable', refundedPence: 0 },
          ...{
            holdEndsAt: null,
            stateReadAt: null,
            createdAt: new Date(AT),
            replacedAt: new Date(AT),
          },
        }),
      );
      const provider =
        wanted.state && wanted.state !== 'held' ? await gateway.read(providerId) : null;
      if (provider) {
        const at = bench.desk.clock.now();
        await bench.write((tx) => keepProviderRead(tx, { paymentId: id, provider, at }));
      }
      return { id, providerId };
    },
    stop: async () => {
      await worker.close();
      await bench.stop();
    },
  };
}
