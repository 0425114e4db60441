import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { FileStore } from '../platform/files/file-store.js';
import { Outbox } from '../platform/outbox/outbox.js';

/** What arrivals need besides the database. */
@Injectable()
export class IntakePorts {
  constructor(
    readonly fileStore: FileStore,
    readonly outbox: Outbox,
    readonly settings: Settings,
  ) {}
}
