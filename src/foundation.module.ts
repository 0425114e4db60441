import { Global, Module } from '@nestjs/common';
import { ClockModule } from './platform/clock/clock.module.js';
import { ConfigModule } from './platform/config/config.module.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { FilesModule } from './platform/files/files.module.js';
import { DatabaseOutbox, Outbox } from './platform/outbox/outbox.js';
import { WebModule } from './platform/web/web.module.js';
import { RecordsModule } from './records.module.js';
import { subscriptions } from './subscriptions.js';

/** What web and worker both stand on. */
@Global()
@Module({
  imports: [ConfigModule, ClockModule, DatabaseModule, FilesModule, WebModule, RecordsModule],
  providers: [{ provide: Outbox, useValue: new DatabaseOutbox(subscriptions) }],
  exports: [Outbox],
})
export class FoundationModule {}
