import type { FaultKind } from '../../../sandbox/control/faults.js';
import type { MadeState } from '../../../sandbox/control/make-payment.js';
import { GatewayUnavailable } from '../../../src/payments/payment-gateway.js';
import type { TestStaff } from '../../support/test-application.js';
import type { TestBrowser } from '../../support/test-browser.js';
import {
  approve,
  checkRejection,
  type DecidingBench,
  send,
  startDecidingBench,
} from './deciding-bench.js';

let bench: DecidingBench;
let officer: TestBrowser & { staff: TestStaff };

beforeAll(async () => {
  bench = await startDecidingBench();
  officer = await bench.desk.signInAs('officer');
});
afterAll(() => bench.stop());

interface Decided {
  applicationId: string;
  commandId: string;
  paymentId: string;
}

async function rejected(money: MadeState): Promise<Decided> {
  const { application, providerPaymentId } = await bench.addCase({
    officerId: officer.staff.id,
    money,
  });
  await send(officer, await checkRejection(officer, application.reference));
  return commandOf(application.id, providerPaymentId);
}

async function approved(): Promise<Decided> {
  const { application, providerPaymentId } = await bench.addCase({ officerId: officer.staff.id });
  await approve(officer, application.reference);
  return commandOf(application.id, providerPaymentId);
}

async function commandOf(applicationId: string, paymentId: string | null): Promise<Decided> {
  const [command] = await bench.rows('payment_commands', applicationId);
  return { applicationId, commandId: String(command?.['id']), paymentId: paymentId ?? '' };
}

/** As the queue would: again after a failure or a "later", for so many rounds at most. */
async function work(commandId: string, rounds = 6): Promise<string[]> {
  const problems: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    try {
      const outcome = await bench.carryOut.run(commandId);
      if (outcome.done) return problems;
      problems.push(outcome.because);
    } catch (error) {
      if (!(error instanceof GatewayUnavailable)) throw error;
      problems.push(error.message);
    }
  }
  throw new Error('The command is still not done.');
}

async function acts(paymentId: string, operation: string): Promise<number> {
  const log = await bench.sandbox.control.log({ service: 'pay', paymentId, operation });
  return log.filter(({ acted }) => acted).length;
}

async function stateOf(paymentId: string): Promise<string | undefined> {
  const payments = await bench.sandbox.control.payments();
  return payments.find(({ payment_id }) => payment_id === paymentId)?.state.status;
}

/** Other hands do this to the payment after it was read and before our request is judged. */
const meanwhile = (
  { paymentId }: Decided,
  operation: 'cancel' | 'refund',
  fault: FaultKind,
  amountPence?: number,
) =>
  bench.sandbox.control.addFault({
    ...{ service: 'pay', operation, paymentId, fault },
    ...(amountPence !== undefined && { amountPence }),
  });

async function answersTo({ paymentId }: Decided, operation: string) {
  const log = await bench.sandbox.control.log({ service: 'pay', paymentId, operation });
  return log.map(({ status }) => status);
}

async function givenBack({ paymentId }: Decided): Promise<number | undefined> {
  const payments = await bench.sandbox.control.payments();
  return payments.find(({ payment_id }) => payment_id === paymentId)?.refund_summary
    .amount_submitted;
}

const settledAs = async ({ applicationId }: Decided) => {
  const [command] = await bench.rows('payment_commands', applicationId);
  return { state: command?.['state'], effect: command?.['effect'] };
};

describe('the money after a decision', () => {
  it.each([
    ['held', 'hold_cancelled', 'cancel', 'cancelled'],
    ['captured', 'refunded', 'refund', 'success'],
    ['failed', 'nothing_to_return', null, 'failed'],
    ['cancelled', 'hold_cancelled', null, 'cancelled'],
    ['refunded', 'refunded', null, 'success'],
  ] as const)(
    'attack 055: of a rejection, when it was %s: %s',
    async (money, effect, operation, left) => {
      const decided = await rejected(money);
      await work(decided.commandId);
      expect(await settledAs(decided)).toEqual({ state: 'settled', effect });
      expect(await stateOf(decided.paymentId)).toBe(left);
      const log = await bench.sandbox.control.log({ service: 'pay', paymentId: decided.paymentId });
      const sent = log
        .filter(({ method }) => method === 'POST')
        .map((request) => request.operation);
      expect(sent).toEqual(operation === null ? [] : [operation]);
    },
  );

  it('of an approval is captured', async () => {
    const decided = await approved();
    await work(decided.commandId);
    expect(await settledAs(decided)).toEqual({ state: 'settled', effect: 'captured' });
    expect(await stateOf(decided.paymentId)).toBe('success');
  });

  it('is released once, however often the job runs and however many run at once', async () => {
    const decided = await rejected('held');
    await Promise.all([work(decided.commandId), work(decided.commandId), work(decided.commandId)]);
    await work(decided.commandId);
    expect(await acts(decided.paymentId, 'cancel')).toBe(1);
    expect(await bench.events(decided.applicationId)).toEqual([
      'application-rejected',
      'payment-requested',
      'letter-written',
      'payment-settled',
    ]);
  });

  it.each(['drop-after', 'drop-before', 'status-500', 'status-429', 'status-503'] as const)(
    'attack 061: is released exactly once when the payment service answers with %s',
    async (fault: FaultKind) => {
      const decided = await rejected('held');
      await bench.sandbox.control.addFault({
        service: 'pay',
        operation: 'cancel',
        paymentId: decided.paymentId,
        fault,
        times: 2,
      });
      const problems = await work(decided.commandId);
      expect(problems.length).toBeGreaterThanOrEqual(1);
      expect(await settledAs(decided)).toEqual({ state: 'settled', effect: 'hold_cancelled' });
      expect(await stateOf(decided.paymentId)).toBe('cancelled');
      expect(await acts(decided.paymentId, 'cancel')).toBe(1);
    },
  );

  it('attack 060: is refunded exactly once when the line drops after the refund was made', async () => {
    const decided = await rejected('captured');
    await bench.sandbox.control.addFault({
      service: 'pay',
      operation: 'refund',
      paymentId: decided.paymentId,
      fault: 'drop-after',
    });
    await work(decided.commandId);
    expect(await settledAs(decided)).toEqual({ state: 'settled', effect: 'refunded' });
    expect(await acts(decided.paymentId, 'refund')).toBe(1);
  });

  it.each([
    ['a part of it', 700, [412, 202]],
    ['all of it', undefined, [400]],
  ] as const)(
    'attack 062: when somebody gave back %s meanwhile (412 P0604, 400 P0603), only what is missing is sent',
    async (_words, amountPence, answers) => {
      const decided = await rejected('captured');
      await meanwhile(decided, 'refund', 'meanwhile-refunded', amountPence);
      await work(decided.commandId);
      expect(await settledAs(decided)).toEqual({ state: 'settled', effect: 'refunded' });
      expect(await answersTo(decided, 'refund')).toEqual(answers);
      expect(await givenBack(decided)).toBe(5500);
    },
  );

  it('attack 063: twenty times 429 P0900, and the refund still goes once', async () => {
    const decided = await rejected('captured');
    await bench.sandbox.control.addFault({
      ...{ service: 'pay', operation: 'refund', paymentId: decided.paymentId },
      ...{ fault: 'status-429', times: 20 },
    });
    await work(decided.commandId, 40);
    expect(await settledAs(decided)).toEqual({ state: 'settled', effect: 'refunded' });
    const answers = await answersTo(decided, 'refund');
    expect(answers).toEqual([...Array<number>(20).fill(429), 202]);
    expect(await givenBack(decided)).toBe(5500);
  });

  it('attack 064: a hold captured between reading and cancelling is refunded instead, once', async () => {
    const decided = await rejected('held');
    await meanwhile(decided, 'cancel', 'meanwhile-captured');
    await work(decided.commandId);
    expect(await settledAs(decided)).toEqual({ state: 'settled', effect: 'refunded' });
    expect(await acts(decided.paymentId, 'cancel')).toBe(0);
    expect(await acts(decided.paymentId, 'refund')).toBe(1);
    expect(await givenBack(decided)).toBe(5500);
    const settled = await bench.rows('timeline_events', decided.applicationId);
    const [noted] = settled.filter(({ type }) => type === 'payment-settled');
    expect(JSON.parse(String(noted?.['payload']))).toMatchObject({ effect: 'refunded' });
  });

  it('of a hold that lapsed between decision and capture is handed to a person', async () => {
    const decided = await approved();
    await bench.sandbox.control.moveClock(121 * 3_600_000);
    await work(decided.commandId);
    expect(await settledAs(decided)).toMatchObject({ state: 'needs_attention' });
    expect(await bench.events(decided.applicationId)).toContain('payment-needs-attention');
    await bench.sandbox.control.moveClock(0);
  });
});
