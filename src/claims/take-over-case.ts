import { Injectable } from '@nestjs/common';
import { lockApplication } from '../applications/applications.store.js';
import { decideTakeOver, type TakeOverRefusal } from '../case-claims/claim.rules.js';
import { takeCase } from '../case-claims/take-case.js';
import { findNoteByForm, insertNote } from '../case-notes/case-notes.store.js';
import { Clock } from '../platform/clock/clock.js';
import { hasDecided } from '../decisions/decisions.store.js';
import { Settings } from '../platform/config/settings.js';
import { UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';

interface TakeOverCommand {
  applicationId: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  reason: string;
}

/**
 * Takes a case from a colleague, who is told: the reason stands among the notes of the case and in
 * the colleague's My work. The same form sent again has the same result.
 */
@Injectable()
export class TakeOverCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  run(command: TakeOverCommand): Promise<Outcome<unknown, TakeOverRefusal>> {
    const { applicationId, officer, formId } = command;
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, applicationId);
      if (!application) return refuse('stale');
      const before = await findNoteByForm(tx, formId);
      if (before?.applicationId === applicationId) return ok();
      const decided = decideTakeOver({
        application,
        ...command,
        hasDecided: await hasDecided(tx, applicationId, officer.id),
      });
      if (!decided.ok) return decided;
      const at = this.clock.now();
      const fromId = application.claimedBy;
      const noteId = await insertNote(tx, {
        ...{ applicationId, writtenBy: officer.id, formId, writtenAt: at },
        words: `Why I took the case over: ${command.reason}`,
        tells: { staffIds: fromId === null ? [] : [fromId], kind: 'taken_over' },
      });
      await takeCase(tx, application, {
        holderId: officer.id,
        byId: officer.id,
        status: decided.status,
        at,
        leaseMinutes: this.settings.CLAIM_MINUTES,
        event: { type: 'case-taken-over', payload: { fromStaffId: fromId, noteId } },
      });
      return ok();
    });
  }
}
