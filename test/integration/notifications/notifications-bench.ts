import { Test, type TestingModule } from '@nestjs/testing';
import { type Sandbox, startSandbox } from '../../../sandbox/start-sandbox.js';
import {
  SANDBOX_NOTIFY_API_KEY,
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../../../sandbox/notify-settings.js';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import type { Application } from '../../../src/applications/applications.store.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { contactOf } from '../../../src/letters/address-letter.rules.js';
import type { LetterContent } from '../../../src/letters/letter-content.rules.js';
import { type Letter, lettersOf } from '../../../src/letters/letters.store.js';
import { composeRejection } from '../../../src/letters/rejection-letter.rules.js';
import { writeLetters } from '../../../src/letters/write-letters.js';
import { FollowLetterJob } from '../../../src/notifications/follow-letter.job.js';
import { HandOverLetter } from '../../../src/notifications/hand-over-letter.js';
import { NotificationsWorkerModule } from '../../../src/notifications/notifications-worker.module.js';
import { SendLetterJob } from '../../../src/notifications/send-letter.job.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { Database, type Tx, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { findProperty } from '../../../src/properties/properties.queries.js';
import { londonDateOf } from '../../../src/shared/london-date.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import { anApplication } from '../../builders/an-application.js';
import { FIRST_WORDINGS } from '../../builders/first-wordings.js';
import { TestClock } from '../../support/test-clock.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { testSettings } from '../../support/test-settings.js';

export interface Bench {
  sandbox: Sandbox;
  clock: TestClock;
  database: TestDatabase;
  send: SendLetterJob;
  follow: FollowLetterJob;
  handOver: HandOverLetter;
  unitOfWork: UnitOfWork;
  /** Writes the rejection of a new application, addressed as `contact` says. */
  writeRejection(contact?: Partial<Application>): Promise<Written>;
  /** Every letter of the case, oldest first. */
  letters(applicationId: string): Promise<Letter[]>;
  /** Types of the case's timeline events, oldest first. */
  events(applicationId: string): Promise<string[]>;
  /** Jobs the outbox has for a letter. */
  jobsFor(letterId: string): Promise<string[]>;
  stop(): Promise<void>;
}

export interface Written {
  application: Application;
  content: LetterContent;
  letter: Letter;
}

/** The worker's own wiring over a real database, against the stand-in for GOV.UK Notify. */
export async function startBench(): Promise<Bench> {
  const [database, sandbox] = await Promise.all([createTestDatabase(), startSandbox({ port: 0 })]);
  const clock = new TestClock();
  const module = await wire(database, sandbox, clock);
  const unitOfWork = module.get(UnitOfWork);
  const reader = module.get(Database).reader;
  const place = await unitOfWork.run(async (tx) => ({
    clientId: (await aClient(tx)).id,
    zoneCode: await aZone(tx, 'Z901'),
  }));
  const writeRejection: Bench['writeRejection'] = (contact = {}) =>
    unitOfWork.run(async (tx) => {
      const uprn = await aProperty(tx, place.zoneCode);
      const builder = anApplication({ ...place, uprn }).with(contact);
      const { application } = await builder.insert(tx);
      const content = await write(tx, module.get(Outbox), application, clock.now());
      const [letter] = await lettersOf(tx, application.id);
      if (!letter) throw new Error('No letter was written.');
      return { application, content, letter };
    });
  return {
    ...{ sandbox, clock, database, unitOfWork, writeRejection },
    send: module.get(SendLetterJob),
    follow: module.get(FollowLetterJob),
    handOver: module.get(HandOverLetter),
    letters: async (applicationId) => (await lettersOf(reader, applicationId)).reverse(),
    events: (applicationId) => eventTypes(database, applicationId),
    jobsFor: (letterId) => jobsFor(database, letterId),
    stop: async () => {
      await module.close();
      await Promise.all([database.drop(), sandbox.stop()]);
    },
  };
}

function wire(database: TestDatabase, sandbox: Sandbox, clock: Clock): Promise<TestingModule> {
  const settings = testSettings(database.url, {
    NOTIFY_URL: sandbox.notifyUrl,
    NOTIFY_API_KEY: SANDBOX_NOTIFY_API_KEY,
    NOTIFY_EMAIL_TEMPLATE: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
    NOTIFY_TEXT_TEMPLATE: SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
    NOTIFY_LETTER_TEMPLATE: SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  });
  return Test.createTestingModule({
    imports: [FoundationModule, ApiClientsModule, NotificationsWorkerModule],
  })
    .overrideProvider(Settings)
    .useValue(settings)
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
}

async function write(
  tx: Tx,
  outbox: Outbox,
  application: Application,
  at: Date,
): Promise<LetterContent> {
  const content = composeRejection({
    council: {
      name: 'Leicestershire County Council',
      phone: '0116 305 5442',
      supportEmail: 'help@example.org',
      supportPhone: '01632 960001',
      statusLinkOf: () => 'https://desk.example.org/s/x',
      applyUrl: 'https://permits.example.org/apply',
    },
    reference: application.reference,
    statusLink: 'https://desk.example.org/s/x',
    permitTypeName: 'Resident',
    wordings: FIRST_WORDINGS,
    reasons: [{ words: 'Your tenancy agreement is not signed.', bring: 'Send a signed one.' }],
    money: { is: 'held', pence: 5500 },
  });
  const property = await findProperty(tx, application.uprn, londonDateOf(at));
  const contact = contactOf(application, property);
  const actor = { kind: 'system' } as const;
  await writeLetters(tx, outbox, { applicationId: application.id, contact, content, actor, at });
  return content;
}

async function eventTypes({ dataSource }: TestDatabase, applicationId: string): Promise<string[]> {
  const rows: { type: string }[] = await dataSource.query(
    'SELECT type FROM timeline_events WHERE application_id = ? ORDER BY happened_at, id',
    [applicationId],
  );
  return rows.map(({ type }) => type);
}

async function jobsFor({ dataSource }: TestDatabase, letterId: string): Promise<string[]> {
  const rows: { job: string }[] = await dataSource.query(
    'SELECT job FROM outbox_jobs WHERE subject_id = ? ORDER BY id',
    [letterId],
  );
  return rows.map(({ job }) => job);
}
