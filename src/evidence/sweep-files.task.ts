import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { sweepQuarantine } from '../platform/files/quarantine.js';
import { PeriodicTask } from '../platform/periodic/periodic-task.js';
import { StrayFiles } from './stray-files.js';

/** A request that stored its files has written its rows long before, or never will. */
const ORPHANED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Files without a row go, rows without a file alarm, and what waits in quarantine for nothing goes. */
@Injectable()
export class SweepFilesTask extends PeriodicTask {
  readonly task = 'sweep-evidence-files';
  readonly everySeconds = 6 * 60 * 60;

  constructor(
    private readonly strayFiles: StrayFiles,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(): Promise<void> {
    const now = this.clock.now();
    await sweepQuarantine(this.settings.UPLOADS_DIR, now);
    await this.strayFiles.removeOrphans(new Date(now.getTime() - ORPHANED_AFTER_MS));
    await this.strayFiles.alarmMissing();
  }
}
