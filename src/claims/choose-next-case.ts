import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/transaction.js';
import type { NextCaseChoice } from '../teams/next-case-choice.rules.js';
import { saveNextCaseChoice } from '../teams/teams.store.js';

/** Remembers for one person where the next case comes from. */
@Injectable()
export class ChooseNextCase {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run(staffId: string, choice: NextCaseChoice): Promise<void> {
    return this.unitOfWork.run((tx) => saveNextCaseChoice(tx, staffId, choice));
  }
}
