import { readdir } from 'node:fs/promises';
import { Test } from '@nestjs/testing';
import { ApiClientsModule } from '../../../src/api-clients/api-clients.module.js';
import { AskAgainWorkerModule } from '../../../src/ask-again/ask-again-worker.module.js';
import { LapseEvidenceRequestJob } from '../../../src/ask-again/lapse-evidence-request.job.js';
import { RemindOfEvidenceJob } from '../../../src/ask-again/remind-of-evidence.job.js';
import {
  type EvidenceRequest,
  requestsOf,
} from '../../../src/evidence-requests/evidence-requests.store.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { type Letter, lettersOf } from '../../../src/letters/letters.store.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { localDate } from '../../../src/shared/london-date.js';
import { aClient, aProperty, aZone } from '../../builders/a-council.js';
import {
  anApplication,
  type ApplicationBuilder,
  type BuiltApplication,
} from '../../builders/an-application.js';
import { startTestApplication, type TestApplication } from '../../support/test-application.js';
import type { Answer, Fields, TestBrowser } from '../../support/test-browser.js';
import { TestClock } from '../../support/test-clock.js';

/** Friday 20 November 2026, 10:42 in the morning. */
export const NOW = new Date('2026-11-20T10:42:00Z');

export interface SentFile {
  field: string;
  name: string;
  content: Buffer;
}

type Row = Record<string, unknown>;

export interface AskAgainBench {
  desk: TestApplication;
  remind: RemindOfEvidenceJob;
  lapse: LapseEvidenceRequestJob;
  /** In review by the officer: the V5C accepted, a utility bill a day too old, asked for again. */
  addCase(
    officerId: string,
    change?: (it: ApplicationBuilder) => ApplicationBuilder,
  ): Promise<BuiltApplication>;
  /** Asks again through the pages, as they come, and returns the path of the resident's link. */
  ask(officer: TestBrowser, built: BuiltApplication): Promise<string>;
  request(applicationId: string): Promise<EvidenceRequest>;
  /** Every letter of the case, oldest first. */
  letters(applicationId: string): Promise<Letter[]>;
  application(id: string): Promise<Row>;
  /** Rows of a table of this case. */
  rows(table: string, applicationId: string): Promise<Row[]>;
  /** Types of the case's timeline events, in the order they were written. */
  events(applicationId: string): Promise<string[]>;
  /** Names of everything that lies in the file store and in quarantine. */
  filesKept(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function startAskAgainBench(
  settings: Record<string, string | number | boolean> = {},
): Promise<AskAgainBench> {
  const desk = await startTestApplication({
    clock: new TestClock(NOW),
    settings: { DATABASE_POOL: 12, TRUST_PROXY: true, ...settings },
  });
  const worker = await startWorker(desk);
  const unitOfWork = desk.app.get(UnitOfWork);
  const { reader } = desk.app.get(Database);
  const place = await unitOfWork.run(async (tx) => {
    const zoneCode = await aZone(tx, 'T7');
    return { zoneCode, uprn: await aProperty(tx, zoneCode), clientId: (await aClient(tx)).id };
  });
  const rows: AskAgainBench['rows'] = (table, applicationId) =>
    desk.database.dataSource.query(`SELECT * FROM ${table} WHERE application_id = ? ORDER BY id`, [
      applicationId,
    ]);
  const request = async (applicationId: string) => first(await requestsOf(reader, applicationId));
  const letters = async (applicationId: string) =>
    (await lettersOf(reader, applicationId)).reverse();
  return {
    ...{ desk, rows, request, letters },
    remind: worker.get(RemindOfEvidenceJob),
    lapse: worker.get(LapseEvidenceRequestJob),
    addCase: (officerId, change = (it) => it) =>
      unitOfWork.run((tx) => change(aCaseToAsk(anApplication(place), officerId)).insert(tx)),
    ask: async (officer, built) => {
      await askThroughPages(officer, built);
      return linkOf(first(await letters(built.application.id)));
    },
    application: async (id) => {
      const sql = 'SELECT * FROM applications WHERE id = ?';
      return first(await desk.database.dataSource.query<Row[]>(sql, [id]));
    },
    events: async (applicationId) =>
      (await rows('timeline_events', applicationId)).map(({ type }) => String(type)),
    filesKept: () => filesUnder(desk.settings.UPLOADS_DIR),
    stop: async () => {
      await worker.close();
      await desk.stop();
    },
  };
}

/** The worker's own wiring, on the clock and the database of the desk. */
function startWorker(desk: TestApplication) {
  return Test.createTestingModule({
    imports: [FoundationModule, ApiClientsModule, AskAgainWorkerModule],
  })
    .overrideProvider(Settings)
    .useValue(desk.settings)
    .overrideProvider(Clock)
    .useValue(desk.clock)
    .compile();
}

function aCaseToAsk(it: ApplicationBuilder, officerId: string): ApplicationBuilder {
  return it
    .inReviewBy(officerId)
    .withAcceptedPaper('v5c', officerId)
    .withAcceptedPaper('utility_bill', officerId, {
      verdict: 'ask_again',
      datedOn: localDate('2026-08-16'),
    });
}

async function askThroughPages(officer: TestBrowser, { application }: BuiltApplication) {
  const path = `/applications/${application.reference}/evidence-requests`;
  const checked = await officer.post(path, fieldsOf(await officer.get(`${path}/new`), 'check'));
  const sent = await officer.post(path, fieldsOf(checked, 'send'));
  if (sent.status !== 303) throw new Error(`Asking answered ${sent.status}.`);
}

/** The fields of a page's form as a browser would send them, and which button was pressed. */
export function fieldsOf({ $ }: Answer, step: string): Fields {
  const fields: Record<string, string[]> = {};
  for (const { name, value } of $('main form:not(.desk-draft__form)').serializeArray()) {
    fields[name] = [...(fields[name] ?? []), value];
  }
  delete fields['_csrf'];
  return { ...fields, step };
}

/** The path of the link in a letter. */
export function linkOf({ body }: Pick<Letter, 'body'>): string {
  const [, path] = /https?:\/\/[^/\s]+(\/r\/[\w-]+)/.exec(body) ?? [];
  if (path === undefined) throw new Error('The letter has no link.');
  return path;
}

/** Sends the resident's form as his browser would, from the page as it stands. */
export async function sendAnswer(
  bench: AskAgainBench,
  link: string,
  sent: { files?: SentFile[]; fields?: Record<string, string>; headers?: Record<string, string> },
): Promise<Answer> {
  const visitor = bench.desk.visitor();
  const headers = { 'x-forwarded-for': anAddress(), ...sent.headers };
  const page = await visitor.get(link, headers);
  const body = new FormData();
  for (const { name, value } of page.$('main form:not(.desk-draft__form)').serializeArray()) {
    body.append(name, sent.fields?.[name] ?? value);
  }
  for (const { field, name, content } of sent.files ?? []) {
    body.append(field, new Blob([new Uint8Array(content)]), name);
  }
  const origin = new URL(bench.desk.url).origin;
  return visitor.send('POST', link, {
    headers: { origin, 'sec-fetch-site': 'same-origin', ...headers },
    body,
  });
}

let nextAddress = 0;

/** Another network address each time, so that limits are met only where a test means to. */
export function anAddress(): string {
  nextAddress += 1;
  return `192.0.2.${nextAddress % 250}`;
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

function first<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('There is none.');
  return row;
}
