import { Injectable } from '@nestjs/common';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { lockCase } from '../case-file/lock-case.js';
import { insertNote } from '../case-notes/case-notes.store.js';
import { decidersOf, isSameDecision } from '../decisions/open-case.rules.js';
import { recordDecision } from '../decisions/record-decision.js';
import { isLetterShown } from '../letters/letter-key.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { lockPermit } from '../permits/permits.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { approvalFactsOf } from '../approval-gate/approval-facts.queries.js';
import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import { approvalObstacles } from '../approval-gate/approval-obstacles.rules.js';
import { approvalTerms, termsKey } from './approval-terms.rules.js';
import { approvalLetter } from './approval-words.js';
import { type ApprovalRefusal, decideApproval } from './approval.rules.js';
import { grant } from './grant-permit.js';
import { vehicleElsewhere } from './vehicle-elsewhere.queries.js';
import { type VehicleElsewhere, vehicleReasonNote } from './vehicle-elsewhere.rules.js';

export interface ApprovalCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  formId: string;
  privateNote: string | null;
  /** Why, where the vehicle is elsewhere too. */
  vehicleReason?: string | null;
  /** `termsKey` of what the officer checked. */
  termsShown: string;
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown?: string | null;
}

/**
 * Approves an application: decision, permit, capture command, timeline and letters in one
 * transaction. The money itself moves afterwards, in a job.
 */
@Injectable()
export class ApproveApplication {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: ApprovalCommand): Promise<Outcome<unknown, ApprovalRefusal>> {
    return this.unitOfWork.run((tx) => this.approve(tx, command));
  }

  private async approve(tx: Tx, command: ApprovalCommand) {
    const now = this.clock.now();
    const file = await lockCase(tx, command, now);
    if (isSameDecision(file, command)) return ok();
    const facts = await lockedFacts(tx, file, { now, formId: command.formId });
    const elsewhere = await vehicleElsewhere(tx, file.application, now);
    const decided = decideApproval({
      application: file.application,
      officer: command.officer,
      deciders: decidersOf(file),
      seenVersion: command.seenVersion,
      obstacles: approvalObstacles(facts),
      terms: {
        shown: command.termsShown,
        now: () => termsKey(approvalTerms(facts), facts, elsewhere),
      },
      vehicle: { elsewhere, reason: command.vehicleReason ?? null },
    });
    if (!decided.ok) return decided;
    return this.record(tx, command, { file, facts, elsewhere });
  }

  private async record(tx: Tx, command: ApprovalCommand, { file, facts, elsewhere }: Found) {
    const { now } = facts;
    const terms = approvalTerms(facts);
    const { permitReference, startsOn, endsOn } = terms;
    const letter = approvalLetter(facts, terms, {
      council: councilFacts(this.settings),
      file,
    });
    if (!isLetterShown(letter, command.letterShown ?? null)) return refuse('letter_changed');
    const alsoOn = elsewhere.map(({ reference }) => reference);
    const also = alsoOn.length > 0 ? { vehicleAlsoOn: alsoOn } : {};
    const payload = { permitReference, startsOn, endsOn, ...also };
    await recordDecision(tx, this.tools, {
      file,
      outcome: 'approved',
      by: command.officer.id,
      at: now,
      reasons: [],
      privateNote: command.privateNote,
      formId: command.formId,
      event: { type: 'application-approved', payload },
      letter,
    });
    if (elsewhere.length > 0) await noteVehicleReason(tx, command, now);
    await grant(tx, facts, terms);
    return ok();
  }

  private get tools() {
    return { outbox: this.outbox, settings: this.settings };
  }
}

/** The permit whose vehicle changes is locked last, before its cover is read. */
async function lockedFacts(tx: Tx, file: CaseFile, occasion: { now: Date; formId: string }) {
  const { concernsPermitId } = file.application;
  if (concernsPermitId !== null) await lockPermit(tx, concernsPermitId);
  return approvalFactsOf(tx, file, occasion);
}

interface Found {
  file: CaseFile;
  facts: ApprovalFacts;
  elsewhere: readonly VehicleElsewhere[];
}

/** The note carries the form of the decision: that is how the two are found together. */
async function noteVehicleReason(tx: Tx, command: ApprovalCommand, at: Date): Promise<void> {
  const { applicationId, officer, formId, vehicleReason } = command;
  await insertNote(tx, {
    ...{ applicationId, writtenBy: officer.id, formId, writtenAt: at },
    words: vehicleReasonNote(vehicleReason ?? ''),
    tells: { staffIds: [], kind: 'mentioned' },
  });
}
