import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import { Settings } from '../config/settings.js';
import { FileStore } from './file-store.js';
import { sweepQuarantine } from './quarantine.js';

/** The one store of files that people sent, for whoever writes or shows them. */
@Global()
@Module({
  providers: [
    {
      provide: FileStore,
      inject: [Settings],
      useFactory: (settings: Settings) =>
        new FileStore({
          directory: settings.UPLOADS_DIR,
          masterKey: Buffer.from(settings.EVIDENCE_KEY, 'base64'),
          keyId: settings.EVIDENCE_KEY_ID,
        }),
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
  }
}
