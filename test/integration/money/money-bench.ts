import { randomBytes, randomUUID } from 'node:crypto';
import type { Application } from '../../../src/applications/applications.store.js';
import { insertDecision } from '../../../src/decisions/decisions.store.js';
import { keepProviderRead } from '../../../src/payments/keep-provider-read.js';
import { moveMoney } from '../../../src/payments/move-money.js';
import type { ProviderPayment, ProviderRefund } from '../../../src/payments/payment-gateway.js';
import {
  findCommand,
  handToPerson,
  markSending,
} from '../../../src/payments/payment-commands.store.js';
import { findPayment, type Payment } from '../../../src/payments/payments.store.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import {
  startTestApplication,
  type TestApplication,
  type TestStaff,
} from '../../support/test-application.js';
import { TestClock } from '../../support/test-clock.js';

/** Friday 20 November 2026, 10:42 in the morning. */
export const NOW = new Date('2026-11-20T10:42:00Z');
export const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

/** How far a refund of a rejected application has come. */
export type Lane = 'waiting' | 'unknown' | 'sent' | 'failed' | 'attention';

export interface RefundCase {
  application: Application;
  payment: Payment;
  commandId: string;
}

export interface MoneyBench {
  desk: TestApplication;
  officer: TestStaff;
  supervisor: TestStaff;
  /** A rejected application whose money was taken, and whose refund is in that lane. */
  refund(lane: Lane, more?: { pence?: number; askedAt?: Date }): Promise<RefundCase>;
  /** An application with its payment as the provider was last read; not decided. */
  /** The payment service shows a refund of all of it; afterwards its number. */
  refundShows(of: RefundCase, status: ProviderRefund['status'], id?: string): Promise<string>;
  paidCase(state: ProviderPayment['state'] | null): Promise<Application>;
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

export async function startMoneyBench(): Promise<MoneyBench> {
  const desk = await startTestApplication({
    clock: new TestClock(NOW),
    settings: { TRUST_PROXY: true },
  });
  const unitOfWork = desk.app.get(UnitOfWork);
  const officer = await desk.addStaff('officer');
  const supervisor = await desk.addStaff('supervisor');
  const place = await unitOfWork.run(async (tx) => {
    await aZone(tx, 'T2');
    return {
      uprn: await aProperty(tx, 'T2'),
      clientId: (await aClient(tx)).id,
      zoneCode: 'T2',
    };
  });
  return {
    ...{ desk, officer, supervisor },
    refund: (lane, { pence = 5500, askedAt = hours(-2) } = {}) =>
      unitOfWork.run(async (tx) => {
        const building = anApplication(place).paid(pence);
        const decided = { status: 'rejected', decidedAt: askedAt } as const;
        const { application } = await building.with(decided).insert(tx);
        const payment = await takenPayment(tx, application.id);
        const commandId = await askBack(tx, desk, { payment, by: officer.id, at: askedAt });
        await bringTo(tx, lane, { commandId, payment, at: askedAt });
        return { application, payment, commandId };
      }),
    refundShows: async ({ payment }, status, id = randomBytes(8).toString('hex')) => {
      const at = desk.app.get(Clock).now();
      const { amountPence } = payment;
      const refundablePence = status === 'error' ? amountPence : 0;
      const refunds = [{ id, amountPence, status, createdAt: at }];
      const provider = atProvider(payment, {
        ...{ state: 'success', refunds, refundablePence, capturedAt: hours(-20) },
      });
      await unitOfWork.run((tx) => keepProviderRead(tx, { paymentId: payment.id, provider, at }));
      return id;
    },
    paidCase: (state) =>
      unitOfWork.run(async (tx) => {
        const { application } = await anApplication(place).paid(5500).insert(tx);
        const payment = await paymentOf(tx, application.id);
        if (state !== null) {
          const provider = atProvider(payment, { state, capturedAt: null });
          await keepProviderRead(tx, { paymentId: payment.id, provider, at: hours(-1) });
        }
        return application;
      }),
    query: (sql, values = []) => desk.database.dataSource.query(sql, values),
    stop: () => desk.stop(),
  };
}

async function takenPayment(tx: Tx, applicationId: string): Promise<Payment> {
  const payment = await paymentOf(tx, applicationId);
  const at = hours(-20);
  const provider = atProvider(payment, { state: 'success', capturedAt: at });
  await keepProviderRead(tx, { paymentId: payment.id, provider, at });
  return paymentOf(tx, applicationId);
}

async function paymentOf(tx: Tx, applicationId: string): Promise<Payment> {
  const payment = await findPayment(tx, applicationId);
  if (!payment) throw new Error('The case has no payment.');
  return payment;
}

interface Asking {
  payment: Payment;
  by: string;
  at: Date;
}

async function askBack(tx: Tx, desk: TestApplication, { payment, by, at }: Asking) {
  const decisionId = newId();
  await insertDecision(tx, {
    ...{ id: decisionId, applicationId: payment.applicationId, outcome: 'rejected' },
    ...{ decidedBy: by, decidedAt: at, reasons: [], privateNote: null, formId: randomUUID() },
    ...{ round: 1, sampleDraw: null, samplePercent: null },
  });
  return moveMoney(tx, desk.app.get(Outbox), {
    ...{ payment, decisionId, kind: 'release', at },
    cause: { kind: 'decision', id: decisionId },
    actor: { kind: 'staff', id: by },
  });
}

interface Bringing {
  commandId: string;
  payment: Payment;
  at: Date;
}

async function bringTo(tx: Tx, lane: Lane, { commandId, payment, at }: Bringing): Promise<void> {
  if (lane === 'waiting') return;
  if (lane === 'attention') {
    await handToPerson(tx, commandId, 'The payment service refused: account disabled.');
    return;
  }
  const command = await findCommand(tx, commandId);
  if (!command) throw new Error('The command is gone.');
  await markSending(tx, command, { at, refundsBefore: [] });
  if (lane === 'unknown') return;
  const refund = { id: randomBytes(8).toString('hex'), amountPence: payment.amountPence };
  const read = async (status: ProviderRefund['status']) => {
    const refunds = [{ ...refund, status, createdAt: at }];
    const left = status === 'error' ? payment.amountPence : 0;
    const provider = atProvider(payment, {
      ...{ state: 'success', refunds, refundablePence: left, capturedAt: hours(-20) },
    });
    await keepProviderRead(tx, { paymentId: payment.id, provider, at });
  };
  await read('submitted');
  if (lane === 'failed') await read('error');
}

function atProvider(payment: Payment, differs: Partial<ProviderPayment>): ProviderPayment {
  return {
    ...{ id: payment.providerPaymentId, state: 'capturable', amountPence: payment.amountPence },
    ...{ createdAt: hours(-30), capturedAt: null, isDelayedCapture: true },
    ...{
      refundablePence: payment.amountPence,
      refunds: [],
      isWhole: true,
      capturedOn: null,
      settledOn: null,
      cardPageUrl: null,
    },
    ...differs,
  };
}
