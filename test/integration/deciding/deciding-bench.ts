import { randomUUID } from 'node:crypto';
import { Test } from '@nestjs/testing';
import { SANDBOX_PAY_API_KEY } from '../../../sandbox/pay-settings.js';
import type { MadeState } from '../../../sandbox/control/make-payment.js';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { CarryOutPaymentCommand } from '../../../src/payments/carry-out-payment-command.js';
import { PayPace } from '../../../src/payments/pay-pace.js';
import { PaymentsWorkerModule } from '../../../src/payments/payments-worker.module.js';
import { ReadPaymentJob } from '../../../src/payments/read-payment.job.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { findPermit } from '../../../src/permits/permits.store.js';
import { Database, type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { aPlate } from '../../builders/a-plate.js';
import {
  anApplication,
  type ApplicationBuilder,
  type BuiltApplication,
} from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';

export interface CaseToAdd {
  officerId: string;
  /** Pence; 0 is a free application without a payment. */
  pence?: number;
  /** What the payment service has of it. */
  money?: MadeState;
  uprn?: string;
  change?: (application: ApplicationBuilder) => ApplicationBuilder;
}

export type Row = Record<string, unknown>;

export interface DecidingBench {
  desk: TestApplication;
  sandbox: Sandbox;
  carryOut: CarryOutPaymentCommand;
  clientId: string;
  zoneCode: string;
  /** A property in the bench's zone, whose cap is 2. */
  addProperty(): Promise<string>;
  /** A case with everything proved, in review by the officer, its money read at the sandbox. */
  addCase(wanted: CaseToAdd): Promise<BuiltApplication & { uprn: string }>;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  rows(table: string, applicationId: string): Promise<Row[]>;
  /** Types of the case's timeline events, in the order they were written. */
  events(applicationId: string): Promise<string[]>;
  /** The messages that wait for the worker, about the case's commands and letters. */
  waiting(applicationId: string): Promise<string[]>;
  stop(): Promise<void>;
}

/** The real desk over a database of its own, with the stand-in for GOV.UK Pay and the worker's own wiring. */
export async function startDecidingBench(): Promise<DecidingBench> {
  const sandbox = await startSandbox({ port: 0 });
  // The bank answers a refund at once, unless a test says otherwise.
  await sandbox.control.changeSettings({ refundDelayMs: 0 });
  const pay = { PAY_URL: sandbox.payUrl, PAY_API_KEY: SANDBOX_PAY_API_KEY };
  const desk = await startTestApplication({ settings: { ...pay, DATABASE_POOL: 12 } });
  const worker = await Test.createTestingModule({
    imports: [FoundationModule, ApiClientsModule, PaymentsWorkerModule],
  })
    .overrideProvider(Settings)
    .useValue(desk.settings)
    .overrideProvider(PayPace)
    // What the payment service calls a second's pause is two milliseconds here.
    .useValue(new PayPace(2))
    .overrideProvider(Clock)
    .useValue(desk.clock)
    .compile();
  const write: DecidingBench['write'] = (work) => desk.app.get(UnitOfWork).run(work);
  const place = await write(async (tx) => ({
    clientId: (await aClient(tx)).id,
    zoneCode: await aZone(tx, 'Z901'),
  }));
  const addProperty = () => write((tx) => aProperty(tx, place.zoneCode));
  const rows: DecidingBench['rows'] = (table, applicationId) =>
    desk.database.dataSource.query(`SELECT * FROM ${table} WHERE application_id = ?`, [
      applicationId,
    ]);
  return {
    ...{ desk, sandbox, ...place, addProperty, write, rows },
    carryOut: worker.get(CarryOutPaymentCommand),
    addCase: async ({ officerId, pence = 5500, money = 'held', uprn, change }) => {
      const at = uprn ?? (await addProperty());
      const building = anApplication({ ...place, uprn: at })
        .with(aPlate())
        .inReviewBy(officerId)
        .withAcceptedPaper('utility_bill', officerId)
        .withAcceptedPaper('v5c', officerId);
      if (pence === 0) building.free();
      else building.paid(pence, await makePayment(sandbox, pence, money));
      const built = await write((tx) => (change?.(building) ?? building).insert(tx));
      await worker.get(ReadPaymentJob).run(built.application.id);
      return { ...built, uprn: at };
    },
    events: (applicationId) => eventsOf(desk, applicationId),
    waiting: (applicationId) => waitingFor(desk, applicationId),
    stop: async () => {
      await worker.close();
      await desk.stop();
      await sandbox.stop();
    },
  };
}

async function makePayment(sandbox: Sandbox, amount: number, state: MadeState): Promise<string> {
  const made = await sandbox.control.makePayment({ amount, state, reference: randomUUID() });
  return made.payment_id;
}

async function eventsOf({ database }: TestApplication, applicationId: string): Promise<string[]> {
  const rows: { type: string }[] = await database.dataSource.query(
    'SELECT type FROM timeline_events WHERE application_id = ? ORDER BY happened_at, id',
    [applicationId],
  );
  return rows.map(({ type }) => type);
}

async function waitingFor({ database }: TestApplication, applicationId: string): Promise<string[]> {
  const rows: { message_type: string }[] = await database.dataSource.query(
    `SELECT message_type FROM outbox_jobs
      WHERE subject_id IN (SELECT id FROM payment_commands WHERE application_id = ?
                           UNION ALL SELECT id FROM letters WHERE application_id = ?)
      ORDER BY message_type`,
    [applicationId, applicationId],
  );
  return rows.map(({ message_type }) => message_type);
}

/** Reads the reject form, ticks these reasons and goes to the page that shows the letter. */
export async function checkRejection(
  browser: TestBrowser,
  reference: string,
  reasons: readonly string[] = ['not_in_zone'],
) {
  const form = await browser.get(`/applications/${reference}/rejection/new`);
  return browser.submit(form, { reasons: [...reasons], step: 'check' });
}

/** Presses the button of a check page that decides. */
export function send(browser: TestBrowser, page: Answer) {
  const form = 'main form[action^="/applications/"]';
  const isSteps = page.$(form).find('button[name="step"]').length > 0;
  return browser.submit(page, isSteps ? { step: 'send' } : {}, form);
}

/** Opens the approval, as it is checked, and sends it; answers both pages. */
export async function approve(browser: TestBrowser, reference: string) {
  const checked = await browser.get(`/applications/${reference}/approval/new`);
  return { checked, sent: await send(browser, checked) };
}

/** A permit that came of an approval through the pages. */
export async function makePermit(
  bench: DecidingBench,
  officer: TestBrowser & { staff: { id: string } },
  more: Omit<CaseToAdd, 'officerId'> = {},
) {
  const added = await bench.addCase({ ...more, officerId: officer.staff.id });
  const { sent } = await approve(officer, added.application.reference);
  if (sent.status !== 303) throw new Error(`Approving answered ${sent.status}: ${sent.text}`);
  const [row] = await bench.rows('permits', added.application.id);
  const permit = await findPermit(bench.desk.app.get(Database).reader, String(row?.['id']));
  if (!permit) throw new Error('No permit was made.');
  return { ...added, permit };
}
