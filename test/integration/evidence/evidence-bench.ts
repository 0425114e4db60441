import { Test, type TestingModule } from '@nestjs/testing';
import { EvidenceWorkerModule } from '../../../src/evidence/evidence-worker.module.js';
import { RebookVirusChecksTask } from '../../../src/evidence/rebook-virus-checks.task.js';
import { ScanPaperJob } from '../../../src/evidence/scan-paper.job.js';
import { VirusScanner } from '../../../src/evidence/virus-scanner.js';
import { FoundationModule } from '../../../src/foundation.module.js';
import { Clock } from '../../../src/platform/clock/clock.js';
import { Settings } from '../../../src/platform/config/settings.js';
import { JOB_HANDLERS } from '../../../src/platform/outbox/job-handler.js';
import { RunOutboxJob } from '../../../src/platform/outbox/run-outbox-job.js';
import { eicarFile } from '../../../src/platform/files/scanner-samples.js';
import { photo } from '../files/sample-files.js';
import {
  aBody,
  type IntakeDesk,
  inZone,
  type PaperSent,
  startIntakeDesk,
} from '../intake/intake-desk.js';

/** A picture that is one, with a virus behind it where no picture program looks. */
export async function infectedPhoto(): Promise<Buffer> {
  return Buffer.concat([await photo(320, 240), eicarFile()]);
}

export interface PaperRow {
  id: string;
  virus_check: string;
  wrapped_key: string;
  storage_name: string;
  content_mark: string | null;
}

/** The whole application with a virus scanner, and the worker's part of it. */
export async function startEvidenceBench(settings: Record<string, string | number | boolean> = {}) {
  const desk = await startIntakeDesk({ CLAMD_SIGNATURES_MOST_DAYS: 0, ...settings });
  const worker = await startWorker(desk);
  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    desk.database.dataSource.query(sql, values);
  return {
    desk,
    rows,
    worker,
    scanner: worker.get(VirusScanner),
    job: worker.get(ScanPaperJob),
    /** An application with these papers; its reference. */
    arrive: async (papers: PaperSent[]) => {
      const answer = await desk.sendWith(aBody(await inZone(desk)), papers);
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return String(answer.body.reference);
    },
    papersOf: (reference: string) =>
      rows<PaperRow>(
        `SELECT p.* FROM evidence_papers p JOIN applications a ON a.id = p.application_id
          WHERE a.reference = ? ORDER BY p.position`,
        [reference],
      ),
    eventsOf: async (reference: string, type: string) =>
      (
        await rows<{ payload: string }>(
          `SELECT e.payload FROM timeline_events e JOIN applications a ON a.id = e.application_id
            WHERE a.reference = ? AND e.type = ? ORDER BY e.happened_at, e.id`,
          [reference, type],
        )
      ).map(({ payload }) => JSON.parse(payload) as Record<string, unknown>),
    /** Runs every booked virus check once, as the queue would; those put off come again. */
    runChecks: () => runChecks(desk, worker),
    /** The same desk with a worker that is set up differently. */
    withWorker: (
      changes: Pick<Settings, 'CLAMD_URL'>,
      work: (other: OtherWorker) => Promise<void>,
    ) => withWorker(desk, changes, work),
    stop: async () => {
      await worker.close();
      await desk.stop();
    },
  };
}

interface OtherWorker {
  scanner: VirusScanner;
  rebook: () => Promise<void>;
  runChecks: () => Promise<void>;
}

async function withWorker(
  desk: IntakeDesk,
  changes: Pick<Settings, 'CLAMD_URL'>,
  work: (other: OtherWorker) => Promise<void>,
): Promise<void> {
  const settings = Object.assign(Object.create(desk.settings) as Settings, changes);
  const worker = await startWorker({ ...desk, settings });
  await work({
    scanner: worker.get(VirusScanner),
    rebook: () => worker.get(RebookVirusChecksTask).run(),
    runChecks: () => runChecks(desk, worker),
  });
  await worker.close();
}

export type EvidenceBench = Awaited<ReturnType<typeof startEvidenceBench>>;

async function runChecks({ database }: IntakeDesk, worker: TestingModule): Promise<void> {
  await database.dataSource.query(
    `UPDATE outbox_jobs SET due_at = UTC_TIMESTAMP(3) WHERE job = 'scan-paper' AND state = 'waiting'`,
  );
  const due: { id: number }[] = await database.dataSource.query(
    `SELECT id FROM outbox_jobs WHERE job = 'scan-paper' AND state = 'waiting' ORDER BY id`,
  );
  for (const { id } of due) await worker.get(RunOutboxJob).run(String(id));
}

function startWorker(desk: IntakeDesk) {
  return Test.createTestingModule({
    imports: [FoundationModule, EvidenceWorkerModule],
    providers: [
      { provide: JOB_HANDLERS, inject: [ScanPaperJob], useFactory: (job: ScanPaperJob) => [job] },
      RunOutboxJob,
    ],
  })
    .overrideProvider(Settings)
    .useValue(desk.settings)
    .overrideProvider(Clock)
    .useValue(desk.clock)
    .compile();
}
