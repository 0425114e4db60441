import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database } from '../platform/database/transaction.js';
import { markMentionSeen } from './case-notes.store.js';

/** Takes a line from somebody's My work: they have seen what they were told. */
@Injectable()
export class SeeMention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  run(noteId: string, staffId: string): Promise<void> {
    return markMentionSeen(this.database.reader, { noteId, staffId, at: this.clock.now() });
  }
}
