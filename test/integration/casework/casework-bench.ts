import { randomUUID } from 'node:crypto';
import type { Application } from '../../../src/applications/applications.store.js';
import { insertDecision } from '../../../src/decisions/decisions.store.js';
import type { Letter } from '../../../src/letters/letters.store.js';
import { WORDING_VERSION } from '../../../src/letters/letter-kinds.rules.js';
import { handToPerson, requestCommand } from '../../../src/payments/payment-commands.store.js';
import { findPayment } from '../../../src/payments/payments.store.js';
import { newId } from '../../../src/platform/database/new-id.js';
import { UnitOfWork } from '../../../src/platform/database/transaction.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication, type ApplicationBuilder } from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import { TestClock } from '../../support/test-clock.js';

/** Friday 20 November 2026, 10:42 in the morning. */
export const NOW = new Date('2026-11-20T10:42:00Z');

export interface CaseworkBench {
  desk: TestApplication;
  zones: readonly ['T2', 'T12'];
  /** Writes one application in a zone of the bench; `change` says what is different about it. */
  add(
    change?: (application: ApplicationBuilder) => ApplicationBuilder,
    zoneCode?: string | null,
  ): Promise<Application>;
  /** Takes every application away again, with all that hangs on it. */
  empty(): Promise<void>;
  stop(): Promise<void>;
}

export async function startCaseworkBench(): Promise<CaseworkBench> {
  const desk = await startTestApplication({ clock: new TestClock(NOW) });
  const unitOfWork = desk.app.get(UnitOfWork);
  const place = await unitOfWork.run(async (tx) => {
    await aZone(tx, 'T2');
    await aZone(tx, 'T12');
    const properties = new Map<string | null, string>();
    for (const zone of ['T2', 'T12', null]) properties.set(zone, await aProperty(tx, zone));
    return { clientId: (await aClient(tx)).id, properties };
  });
  return {
    desk,
    zones: ['T2', 'T12'],
    add: (change = (application) => application, zoneCode: string | null = 'T2') =>
      unitOfWork.run(async (tx) => {
        const uprn = place.properties.get(zoneCode) ?? '';
        const building = anApplication({ clientId: place.clientId, uprn, zoneCode });
        return (await change(building).insert(tx)).application;
      }),
    empty: () => emptyCases(desk),
    stop: () => desk.stop(),
  };
}

const HANGING_ON_CASES = [
  'note_mentions',
  'bulk_run_cases',
  'bulk_runs',
  'case_presence',
  'case_holds',
  'case_notes',
  'timeline_events',
  'letters',
  'payment_commands',
  'payments',
  'decisions',
  'paper_checks',
  'evidence_pages',
  'evidence_papers',
  'evidence_requests',
  'applications',
];

async function emptyCases({ database }: TestApplication): Promise<void> {
  await database.dataSource.query('SET FOREIGN_KEY_CHECKS = 0');
  for (const table of HANGING_ON_CASES) await database.dataSource.query(`DELETE FROM ${table}`);
  await database.dataSource.query('SET FOREIGN_KEY_CHECKS = 1');
}

/** What a form about a case carries that was drawn a moment ago. */
export function formSeen(version: number, formId = randomUUID()): Record<string, string> {
  return {
    version: String(version),
    formId,
    drawnAt: new Date(NOW.getTime() - 1000).toISOString(),
  };
}

export const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000);

/** A letter by post that came back. */
export function aFailedLetter(applicationId: string, differs: Partial<Letter> = {}): Letter {
  return {
    id: newId(),
    applicationId,
    kind: 'application_received',
    channel: 'post',
    recipient: 'Priya Example\n14 Invented Street\nLoughborough\nLE11 5ZZ',
    subject: 'We have your application',
    body: '# What happens next\n\nAn officer will look at your papers.',
    wordingVersion: WORDING_VERSION,
    state: 'failed',
    attempts: 1,
    providerId: null,
    lastProblem: 'It could not be delivered.',
    writtenAt: hours(-3),
    sentAt: hours(-3),
    settledAt: hours(-1),
    ...differs,
  };
}

/** A release that a machine could not carry out; returns the command's id. */
export async function aStuckPayment(bench: CaseworkBench, staffId: string): Promise<string> {
  const { id } = await bench.add((it) =>
    it.paid(5500).with({ status: 'rejected', decidedAt: hours(-2) }),
  );
  return bench.desk.app.get(UnitOfWork).run(async (tx) => {
    const decisionId = newId();
    await insertDecision(tx, {
      id: decisionId,
      applicationId: id,
      outcome: 'rejected',
      decidedBy: staffId,
      decidedAt: hours(-2),
      reasons: [],
      privateNote: null,
      formId: randomUUID(),
      round: 1,
      sampleDraw: null,
      samplePercent: null,
    });
    const payment = await findPayment(tx, id);
    if (!payment) throw new Error('The case has no payment.');
    const at = hours(-2);
    const cause = { kind: 'decision', id: decisionId } as const;
    const commandId = await requestCommand(tx, { payment, cause, decisionId, kind: 'release', at });
    await handToPerson(tx, commandId, 'The payment service refused: amount mismatch.');
    return commandId;
  });
}
