import { RejectInBulkJob } from '../../../src/bulk-rejection/reject-in-bulk.job.js';
import { RejectOneOfMany } from '../../../src/bulk-rejection/reject-one-of-many.js';
import type { Application } from '../../../src/applications/applications.store.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { Database, UnitOfWork } from '../../../src/platform/database/transaction.js';
import { Outbox } from '../../../src/platform/outbox/outbox.js';
import { anApplication, type ApplicationBuilder } from '../../builders/an-application.js';
import type { Answer, TestBrowser } from '../../support/test-browser.js';
import { type DecidingBench, startDecidingBench } from '../deciding/deciding-bench.js';

export interface BulkBench extends DecidingBench {
  /** The job as the worker has it; with a unit of work of its own it can die. */
  job(unitOfWork?: UnitOfWork): RejectInBulkJob;
  /** A case that waits, paid by card unless `change` says otherwise. */
  add(change?: (application: ApplicationBuilder) => ApplicationBuilder): Promise<Application>;
  /** Each case of a run: its reference, what became of it, and why not. */
  results(runId: string): Promise<[string, string, string | null][]>;
}

export async function startBulkBench(): Promise<BulkBench> {
  const bench = await startDecidingBench();
  const { app } = bench.desk;
  const uprn = await bench.addProperty();
  return {
    ...bench,
    job: (unitOfWork: UnitOfWork = app.get(UnitOfWork)) =>
      new RejectInBulkJob(
        new RejectOneOfMany(unitOfWork, app.get(Outbox), app.get(Clock), app.get(Settings)),
        app.get(Database),
        app.get(Settings),
      ),
    add: (change = (it) => it) =>
      bench.write(async (tx) => {
        const { clientId, zoneCode } = bench;
        const building = anApplication({ clientId, zoneCode, uprn }).paid(5500);
        return (await change(building).insert(tx)).application;
      }),
    results: async (runId) => {
      const rows: { reference: string; state: string; why: string | null }[] =
        await bench.desk.database.dataSource.query(
          'SELECT reference, state, why FROM bulk_run_cases WHERE run_id = ? ORDER BY position',
          [runId],
        );
      return rows.map(({ reference, state, why }) => [reference, state, why]);
    },
  };
}

export const chosenOf = (cases: readonly Pick<Application, 'reference' | 'version'>[]) =>
  cases.map(({ reference, version }) => `${reference}.${version}`);

/** Chooses cases and goes to the page that says what rejecting them comes to. */
export async function checkBulk(
  browser: TestBrowser,
  chosen: readonly string[],
  reasons: readonly string[] = ['not_in_zone'],
): Promise<Answer> {
  const form = await browser.post('/bulk-rejections', { chosen: [...chosen] });
  if (form.status !== 200) return form;
  return browser.submit(form, { reasons: [...reasons], step: 'check' });
}

/** The id of the run that an answer leads to. */
export const runOf = (answer: Answer) => (answer.location ?? '').replace('/bulk-rejections/', '');
