import { randomUUID } from 'node:crypto';
import type { Application } from '../../../src/applications/applications.store.js';
import { AnswerException } from '../../../src/exception-desk/answer-exception.js';
import { PaperFiles } from '../../../src/evidence/paper-files.js';
import { RequestException } from '../../../src/exception-desk/request-exception.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import type { CurrentStaff } from '../../../src/staff/current-staff.js';
import type { TestStaff } from '../../support/test-application.js';
import type { Answer, Fields, TestBrowser } from '../../support/test-browser.js';
import { type DecidingBench, makePermit, startDecidingBench } from '../deciding/deciding-bench.js';

export type StaffBrowser = TestBrowser & { staff: TestStaff };

export interface Granted extends Application {
  providerPaymentId: string;
  seenVersion: number;
}

export interface ExceptionsBench extends DecidingBench {
  /** A granted permit whose money was taken. */
  granted(by: StaffBrowser, pence?: number): Promise<Granted>;
  /** The same, granted and not yet taken. */
  grantedOnly(by: StaffBrowser): Promise<Granted>;
  query<Row>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** State and promise of a case's money. */
  moneyOf(applicationId: string): Promise<{ captured: number; promised: number }>;
  use(unitOfWork?: UnitOfWork): { request: RequestException; answer: AnswerException };
  /** The amounts of every refund that the provider made of a case's payment. */
  refundedOf(granted: Granted): Promise<number[]>;
  /** Every command of the case is carried out, as the worker does it. */
  work(applicationId: string): Promise<void>;
}

export async function startExceptionsBench(): Promise<ExceptionsBench> {
  const bench = await startDecidingBench();
  const { app, database } = bench.desk;
  const query: ExceptionsBench['query'] = (sql, values = []) =>
    database.dataSource.query(sql, values);
  const work = async (applicationId: string) => {
    for (const command of await bench.rows('payment_commands', applicationId)) {
      const id = String(command['id']);
      for (let turn = 0; turn < 4 && !(await bench.carryOut.run(id)).done; turn += 1);
    }
  };
  const grantedOnly = async (by: StaffBrowser, pence?: number): Promise<Granted> => {
    const made = await makePermit(bench, by, pence === undefined ? {} : { pence });
    const { id } = made.application;
    const [row] = await query<{ version: number }>(
      'SELECT version FROM applications WHERE id = ?',
      [id],
    );
    const providerPaymentId = made.providerPaymentId ?? '';
    return { ...made.application, providerPaymentId, seenVersion: row?.version ?? 0 };
  };
  return {
    ...{ ...bench, query, work, grantedOnly },
    granted: async (by, pence) => {
      const granted = await grantedOnly(by, pence);
      await work(granted.id);
      return granted;
    },
    moneyOf: async (applicationId) => {
      const [row] = await bench.rows('payments', applicationId);
      const { captured_pence: captured, returns_promised_pence: promised } = row ?? {};
      return { captured: Number(captured), promised: Number(promised) };
    },
    refundedOf: async ({ providerPaymentId }) =>
      (await bench.sandbox.control.refunds())
        .filter(({ payment_id: id }) => id === providerPaymentId)
        .map(({ amount }) => amount),
    use: (unitOfWork: UnitOfWork = app.get(UnitOfWork)) => ({
      request: new RequestException(
        unitOfWork,
        app.get(Outbox),
        app.get(Clock),
        app.get(PaperFiles),
      ),
      answer: new AnswerException(unitOfWork, app.get(Outbox), app.get(Clock), app.get(Settings)),
    }),
  };
}

export const ASKED: Fields = {
  amount: '27.50',
  reason: 'our_mistake',
  words: 'We charged the wrong class.',
  askedBy: 'resident',
};

/** Opens the form of a case, fills it in and sends it. */
export async function ask(
  browser: TestBrowser,
  { reference }: Pick<Application, 'reference'>,
  differs: Fields = {},
): Promise<Answer> {
  const form = await browser.get(`/applications/${reference}/refund-exceptions/new`);
  return form.status === 200 ? browser.submit(form, { ...ASKED, ...differs }) : form;
}

/** Opens a request, answers it and goes to the page that shows the letter. */
export async function checkAnswer(
  browser: TestBrowser,
  address: string,
  fields: Fields = { answer: 'approve' },
): Promise<Answer> {
  const page = await browser.get(address);
  return browser.submit(page, { ...fields, step: 'check' });
}

export function sendAnswer(browser: TestBrowser, check: Answer): Promise<Answer> {
  return browser.submit(check, { step: 'send' });
}

export async function addressOf(
  bench: ExceptionsBench,
  { id, reference }: Pick<Application, 'id' | 'reference'>,
): Promise<string> {
  const [row] = await bench.rows('refund_exceptions', id);
  return `/applications/${reference}/refund-exceptions/${String(row?.['id'])}`;
}

/** A request as the use case takes it. */
export const requestOf = (
  { id, uprn, seenVersion }: Granted,
  officer: CurrentStaff,
  amountPence: number,
) => ({
  ...{ applicationId: id, uprn, officer, seenVersion, formId: randomUUID() },
  asked: {
    ...{ amountPence, reason: 'other' as const, words: 'A test.' },
    ...{ paperId: null, isAskedByResident: false },
  },
});

export const answerOf = (
  { id, uprn, seenVersion }: Granted,
  officer: CurrentStaff,
  exceptionId: string,
) => ({
  ...{ applicationId: id, uprn, officer, seenVersion, formId: randomUUID() },
  ...{ exceptionId, answer: 'approve' as const, words: '', letterShown: null },
});
