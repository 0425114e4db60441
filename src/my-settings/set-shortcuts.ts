import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import type { ShortcutSettings } from '../shortcuts/shortcuts.rules.js';
import { saveShortcuts } from '../shortcuts/shortcuts.store.js';

/** Keeps how a person wants to work with keys; it holds from the next page on. */
@Injectable()
export class SetShortcuts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run(staffId: string, settings: ShortcutSettings): Promise<void> {
    return this.unitOfWork.run((tx) => saveShortcuts(tx, staffId, settings, this.clock.now()));
  }
}
