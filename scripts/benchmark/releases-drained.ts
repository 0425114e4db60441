import { performance } from 'node:perf_hooks';
import { ApplicationEntity } from '../../src/applications/application.entity.js';
import { CarryOutPaymentCommand } from '../../src/payments/carry-out-payment-command.js';
import { GovukPayGateway } from '../../src/payments/govuk-pay-gateway.js';
import { PayPace } from '../../src/payments/pay-pace.js';
import { PaymentCommandEntity } from '../../src/payments/payment-command.entity.js';
import { PaymentEntity } from '../../src/payments/payment.entity.js';
import { requestCommand } from '../../src/payments/payment-commands.store.js';
import { findPayment } from '../../src/payments/payments.store.js';
import { readSettings } from '../../src/platform/config/read-settings.js';
import { SystemClock } from '../../src/platform/clock/clock.js';
import { connect, dataSourceOptions } from '../../src/platform/database/data-source.js';
import { newId } from '../../src/platform/database/new-id.js';
import { TypeormUnitOfWork } from '../../src/platform/database/typeorm-unit-of-work.js';
import { TimelineEventEntity } from '../../src/timeline/timeline-event.entity.js';
import { type Figure, figure } from './figures.js';

/** As many as a worker carries out at the same time. */
const LANES = 4;
const PATIENCE = 5;

/** Sends as fast as it is asked to: what is measured is our own work, not the service's limit. */
class NoPace extends PayPace {
  override turn(): Promise<number> {
    return Promise.resolve(0);
  }
}

interface Wishes {
  url: string;
  /** References of cases whose money is held at the sandbox; half of them are only the floor's. */
  references: readonly string[];
}

/**
 * Releases of holds carried out a second by the very code of the worker, to a bare loop of the same
 * requests: the payment and its refunds read, the hold cancelled, both read again.
 */
export async function releasesDrained({ url, references }: Wishes): Promise<Figure> {
  const entities = [ApplicationEntity, PaymentEntity, PaymentCommandEntity, TimelineEventEntity];
  const source = await connect(dataSourceOptions({ url, poolSize: LANES * 2, entities }));
  try {
    const rows: { id: string; paymentId: string }[] = await source.query(
      `SELECT a.id, p.provider_payment_id AS paymentId
         FROM applications a JOIN payments p ON p.application_id = a.id WHERE a.reference IN (?)`,
      [references],
    );
    const half = Math.floor(rows.length / 2);
    const settings = readSettings(process.env);
    const unitOfWork = new TypeormUnitOfWork(source);
    const commands: string[] = [];
    for (const { id } of rows.slice(0, half)) commands.push(await release(unitOfWork, id));
    const carryOut = new CarryOutPaymentCommand(
      unitOfWork,
      { reader: source.manager },
      new GovukPayGateway(settings, new NoPace()),
      new SystemClock(),
    );
    const ours = await aSecond(commands, (id) => drain(carryOut, id));
    const floors = rows.slice(half, half * 2).map(({ paymentId }) => paymentId);
    const floor = await aSecond(floors, (id) => bare(settings, id));
    return figure('releases drained, no limit', 'releases/s', ours, { floor });
  } finally {
    await source.destroy();
  }
}

function release(unitOfWork: TypeormUnitOfWork, applicationId: string): Promise<string> {
  return unitOfWork.run(async (tx) => {
    const payment = await findPayment(tx, applicationId);
    if (!payment) throw new Error('A case of the benchmark has no payment.');
    const cause = { kind: 'decision', id: newId() } as const;
    const at = new Date();
    return requestCommand(tx, { payment, cause, decisionId: null, kind: 'release', at });
  });
}

async function drain(carryOut: CarryOutPaymentCommand, commandId: string): Promise<void> {
  for (let turn = 0; turn < PATIENCE; turn += 1) if ((await carryOut.run(commandId)).done) return;
  throw new Error('A release of the benchmark did not end.');
}

async function bare(
  { PAY_URL, PAY_API_KEY }: { PAY_URL: string; PAY_API_KEY: string },
  id: string,
) {
  const payment = `${PAY_URL}/v1/payments/${id}`;
  const headers = { authorization: `Bearer ${PAY_API_KEY}`, accept: 'application/json' };
  const ask = async (address: string, method = 'GET') => {
    const answer = await fetch(address, { method, headers });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`The sandbox answered ${answer.status}: ${text}`);
  };
  for (const address of [payment, `${payment}/refunds`]) await ask(address);
  await ask(`${payment}/cancel`, 'POST');
  for (const address of [payment, `${payment}/refunds`]) await ask(address);
}

/** How many a second, in as many lanes as the worker has. */
async function aSecond(ids: readonly string[], act: (id: string) => Promise<void>) {
  const left = [...ids];
  const from = performance.now();
  const lane = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) await act(id);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return ids.length / ((performance.now() - from) / 1000);
}
