import { randomUUID } from 'node:crypto';
import { addApiClient } from '../../../src/api-clients/api-clients.store.js';
import { insertInterest } from '../../../src/conflicts-of-interest/declared-interests.store.js';
import { insertDecision } from '../../../src/decisions/decisions.store.js';
import { insertLetter } from '../../../src/letters/letters.store.js';
import { handToPerson, requestCommand } from '../../../src/payments/payment-commands.store.js';
import { findPayment } from '../../../src/payments/payments.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication, type BuiltApplication } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { TestClock } from '../../support/test-clock.js';
import { aFailedLetter, NOW } from '../casework/casework-bench.js';
import { addRecords, type Records } from './matrix-records.js';

export type Person = Awaited<ReturnType<TestApplication['signInAs']>>;

/** The cases of the matrix, as they stand to the officer in it. */
export const CASES = ['own', 'waiting', 'colleagues', 'decided'] as const;
export type CaseName = (typeof CASES)[number];

export interface MatrixScene {
  desk: TestApplication;
  people: Record<
    'officer' | 'colleague' | 'support' | 'supervisor' | 'administrator' | 'auditor' | 'conflicted',
    Person
  >;
  /** Keys of the sender of the cases, and of another. */
  keys: { sender: string; otherSender: string };
  cases: Record<CaseName, BuiltApplication & { letterId: string }>;
  /** A release of the decided case's money that a person must look after. */
  paymentCommandId: string;
  records: Records;
  /** Puts the cases back as they were, after a cell that may change one. */
  putBack(): Promise<void>;
  stop(): Promise<void>;
}

export type Write = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** One start of the application and one set of records for every cell. */
export async function setMatrixScene(): Promise<MatrixScene> {
  // The proxy of the tests names a new address for each visit to a resident's link.
  const settings = { TRUST_PROXY: true, DATABASE_POOL: 12 };
  const desk = await startTestApplication({ clock: new TestClock(NOW), settings });
  const write: Write = (work) => desk.app.get(UnitOfWork).run(work);
  const people = await signEverybodyIn(desk);
  const sender = await write((tx) => aClient(tx));
  const otherSender = await write((tx) => aSender(tx));
  const cases = await addCases(write, people, sender.id);
  await declareInterest(write, people.conflicted, cases.own.application.uprn);
  const paymentCommandId = await leaveMoneyToAPerson(write, cases.decided, people.colleague);
  const records = await addRecords({ desk, write, people, cases });
  return {
    ...{ desk, people, cases, paymentCommandId, records },
    keys: { sender: sender.key, otherSender },
    putBack: () => putBack(desk, cases),
    stop: () => desk.stop(),
  };
}

async function signEverybodyIn(desk: TestApplication): Promise<MatrixScene['people']> {
  return {
    officer: await desk.signInAs('officer'),
    colleague: await desk.signInAs('officer'),
    support: await desk.signInAs('support'),
    supervisor: await desk.signInAs('supervisor'),
    administrator: await desk.signInAs('administrator'),
    auditor: await desk.signInAs('auditor'),
    conflicted: await desk.signInAs('officer'),
  };
}

async function aSender(tx: Tx): Promise<string> {
  const scopes = ['applications:write', 'evidence:write', 'applications:read'] as const;
  return addApiClient(tx, { id: newId(), name: 'another portal', scopes }, NOW);
}

async function addCases(write: Write, people: MatrixScene['people'], clientId: string) {
  const { officer, colleague } = people;
  return write(async (tx) => {
    const zoneCode = await aZone(tx, 'T2', 9);
    const place = { clientId, zoneCode, uprn: await aProperty(tx, zoneCode) };
    const building = () => anApplication(place).withPaper('utility_bill').withV5C();
    const add = async (built: BuiltApplication) => {
      const letter = aFailedLetter(built.application.id);
      await insertLetter(tx, letter);
      return { ...built, letterId: letter.id };
    };
    const closed = { status: 'rejected', decidedAt: new Date('2026-11-19T10:00:00Z') } as const;
    return {
      own: await add(await building().inReviewBy(officer.staff.id).insert(tx)),
      waiting: await add(await building().insert(tx)),
      colleagues: await add(await building().inReviewBy(colleague.staff.id).insert(tx)),
      decided: await add(await building().paid(5500).with(closed).insert(tx)),
    };
  });
}

function declareInterest(write: Write, { staff }: Person, uprn: string): Promise<void> {
  return write((tx) =>
    insertInterest(tx, {
      ...{ id: newId(), staffId: staff.id, kind: 'address', value: uprn, postcode: 'LE11 5ZZ' },
      ...{ isRelation: false, declaredAt: NOW, removedAt: null, formId: randomUUID() },
    }),
  );
}

function leaveMoneyToAPerson(
  write: Write,
  { application }: BuiltApplication,
  { staff }: Person,
): Promise<string> {
  const at = new Date('2026-11-19T10:00:00Z');
  return write(async (tx) => {
    const decisionId = newId();
    await insertDecision(tx, {
      ...{ id: decisionId, applicationId: application.id, outcome: 'rejected' },
      ...{ decidedBy: staff.id, decidedAt: at, reasons: [], privateNote: null },
      ...{ formId: randomUUID(), round: 1, sampleDraw: null, samplePercent: null },
    });
    const payment = await findPayment(tx, application.id);
    if (!payment) throw new Error('The decided case has no payment.');
    const cause = { kind: 'decision', id: decisionId } as const;
    const commandId = await requestCommand(tx, { payment, cause, decisionId, kind: 'release', at });
    await handToPerson(tx, commandId, 'The payment service refused.');
    return commandId;
  });
}

async function putBack({ database }: TestApplication, cases: MatrixScene['cases']): Promise<void> {
  const sql = `UPDATE applications SET status = ?, version = ?, claimed_by = ?, claimed_at = ?,
      claimed_until = ?, on_hold_until = NULL, decided_at = ? WHERE id = ?`;
  for (const { application: of } of Object.values(cases)) {
    const claim = [of.claimedBy, of.claimedAt, of.claimedUntil];
    const values = [of.status, of.version, ...claim, of.decidedAt, of.id];
    await database.dataSource.query(sql, values);
  }
}
