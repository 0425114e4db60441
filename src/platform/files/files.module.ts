import { Global, Logger, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { FileStore } from './file-store.js';
import { fileStoreOptions } from './master-keys.js';
import { withoutNetwork } from './no-network.js';
import { sweepQuarantine } from './quarantine.js';

/** The one store of files that people sent, for whoever writes or shows them. */
@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [Settings],
      useFactory: (settings: Settings) => new FileStore(fileStoreOptions(settings)),
    },
  ],
  exports: [FileStore],
})
export class FilesModule implements OnModuleInit {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** What crashed requests left in quarantine goes at the next start. */
  async onModuleInit(): Promise<void> {
    await sweepQuarantine(this.settings.UPLOADS_DIR, this.clock.now());
    if (withoutNetwork().length > 0) return;
    new Logger('files').warn(
      'This system does not let a process be started without a network (unshare --user --net), so papers are drawn in a process that has one. docs/runbook.md says what to do.',
    );
  }
}
