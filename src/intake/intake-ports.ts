import { Injectable } from '@nestjs/common';
import { PaperFiles } from '../evidence/paper-files.js';
import { Settings } from '../platform/config/settings.js';
import { Outbox } from '../platform/outbox/outbox.js';

/** What arrivals need besides the database. */
@Injectable()
export class IntakePorts {
  constructor(
    readonly paperFiles: PaperFiles,
    readonly outbox: Outbox,
    readonly settings: Settings,
  ) {}
}
