import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Records by id, each in a JSON file of its own when a folder is given, else only in memory.
 * A file is written beside its place and renamed into it, so a killed process leaves the old
 * record or the new one, never half of one.
 */
export class RecordFolder<T extends { id: string }> {
  private readonly records = new Map<string, T>();
  /** Another one after each change. */
  version = 0;

  constructor(private readonly folder: string | null) {
    if (folder === null) return;
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.json')) continue;
      const record = JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
      this.records.set(record.id, record);
    }
  }

  get(id: string): T | undefined {
    return this.records.get(id);
  }

  all(): T[] {
    return [...this.records.values()];
  }

  /** The record is on the disk when this returns. */
  put(record: T): void {
    this.records.set(record.id, record);
    this.version += 1;
    if (this.folder === null) return;
    const place = this.fileOf(record.id, this.folder);
    writeFileSync(`${place}.new`, JSON.stringify(record, null, 2));
    renameSync(`${place}.new`, place);
  }

  clear(): void {
    if (this.folder !== null) {
      for (const id of this.records.keys()) rmSync(this.fileOf(id, this.folder), { force: true });
    }
    this.records.clear();
    this.version += 1;
  }

  private fileOf(id: string, folder: string): string {
    return join(folder, `${id}.json`);
  }
}
