import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import type { HoldsFrom } from '../policy/holds-from.rules.js';
import type { Outcome } from '../shared/outcome.js';
import { publishWording } from '../wording/publish-wording.js';

export interface PublishCommand {
  subject: string;
  seenVersion: number;
  content: object;
  inWords: (content: object) => string;
  holdsFrom: HoldsFrom;
  by: string;
}

/** Publishes the next version of a letter or a reason. */
@Injectable()
export class PublishWords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  run({ holdsFrom, ...command }: PublishCommand): Promise<Outcome<{ version: number }, 'stale'>> {
    const at = this.clock.now();
    return this.unitOfWork.run((tx) =>
      publishWording(tx, { ...command, at, holdsFrom: later(holdsFrom.at, at) }),
    );
  }
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
