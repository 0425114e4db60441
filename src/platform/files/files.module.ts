import { Global, Module } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { FileStore } from './file-store.js';

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
export class FilesModule {}
