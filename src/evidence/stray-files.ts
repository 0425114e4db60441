import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../platform/database/transaction.js';
import { FileStore } from '../platform/files/file-store.js';
import { FileAlarms } from './file-alarms.js';
import { mayRemoveOrphans } from './orphans.rules.js';
import { readKeys, storageNamesKnown } from './paper-keys.store.js';
import { findPaperById } from './virus-checks.store.js';

const PAPERS_A_BATCH = 200;

/** Holds the folder of evidence against the rows that name its files. */
@Injectable()
export class StrayFiles {
  private readonly log = new Logger('evidence');

  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly alarms: FileAlarms,
  ) {}

  /**
   * Removes files that no row names and that were stored before that instant: what a crash between
   * storing and committing leaves. None when there are so many that the database may be the wrong one.
   */
  async removeOrphans(storedBefore: Date): Promise<number> {
    const orphans: string[] = [];
    let files = 0;
    for await (const names of this.store.namesBefore(storedBefore)) {
      const known = await storageNamesKnown(this.database.reader, names);
      orphans.push(...names.filter((name) => !known.has(name)));
      files += names.length;
    }
    if (!mayRemoveOrphans(orphans.length, files)) {
      this.log.error({ alarm: 'evidence-orphans', orphans: orphans.length, files });
      return 0;
    }
    for (const name of orphans) await this.store.remove(name);
    if (orphans.length > 0) this.log.warn({ removedOrphans: orphans.length, files });
    return orphans.length;
  }

  /** Raises the alarm for each paper with a file that is gone. */
  async alarmMissing(): Promise<number> {
    const missing: { paperId: string; storageName: string }[] = [];
    const { reader } = this.database;
    for (let after: string | null = ''; after !== null;) {
      const batch: Awaited<ReturnType<typeof readKeys>> = await readKeys(
        reader,
        after,
        PAPERS_A_BATCH,
      );
      for (const { paperId, storageName } of batch.keys) {
        if (!(await this.store.has(storageName))) missing.push({ paperId, storageName });
      }
      after = batch.lastId;
    }
    const alarmed = new Set<string>();
    for (const { paperId, storageName } of missing) {
      const paper = await findPaperById(reader, paperId);
      if (!paper || alarmed.has(paperId)) continue;
      if (await this.alarms.raise(paper, { because: 'missing', storageName })) alarmed.add(paperId);
    }
    return alarmed.size;
  }
}
