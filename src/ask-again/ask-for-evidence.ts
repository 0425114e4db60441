import { Injectable } from '@nestjs/common';
import { changeStatus } from '../applications/applications.store.js';
import { pauseStarted } from '../applications/pause.rules.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import { contactOf } from '../case-file/case-words.rules.js';
import { lockCase } from '../case-file/lock-case.js';
import { answerDueAt, linkExpiresAt, reminderDueAt } from '../evidence-requests/answer-by.rules.js';
import { insertRequest } from '../evidence-requests/evidence-requests.store.js';
import type { RequestedItem } from '../evidence-requests/requested-item.rules.js';
import { isLetterShown } from '../letters/letter-key.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import { composeEvidenceRequest } from '../letters/evidence-letters.rules.js';
import { writeLetters } from '../letters/write-letters.js';
import { type AnswerPolicy, answerPolicyOn } from '../policy/policy-book.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { Outbox } from '../platform/outbox/outbox.js';
import { type LocalDate, londonDateOf } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { type AskAgainRefusal, type Asking, decideAskAgain } from './ask-again.rules.js';
import { askableOf } from './askable-of.js';
import { requestFacts, type RequestToTell } from './evidence-request-letter.js';
import { requestedItems } from './requested-items.js';

export interface AskCommand {
  applicationId: string;
  uprn: string;
  officer: CurrentStaff;
  seenVersion: number;
  /** The form's id becomes the request's: so the previewed link is the one that is sent. */
  formId: string;
  asking: Asking;
  answerByOn: LocalDate;
  /** `letterKey` of the letter that was read; null where no person reads one. */
  letterShown?: string | null;
}

type Asked = Outcome<unknown, AskAgainRefusal>;

/**
 * "Fix only this": asks the resident for some papers and waits. Request, paused clock, timeline,
 * letter and the two later jobs are written together (R-SLA-2); the accepted papers stay.
 */
@Injectable()
export class AskForEvidence {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** The same form sent again has the same result. */
  run(command: AskCommand): Promise<Asked> {
    return this.unitOfWork.run((tx) => this.ask(tx, command));
  }

  private async ask(tx: Tx, command: AskCommand): Promise<Asked> {
    const now = this.clock.now();
    const file = await lockCase(tx, command, now);
    if (file.requests.some(({ formId }) => formId === command.formId)) return ok();
    const { application } = file;
    const { officer, seenVersion, asking, answerByOn } = command;
    const today = londonDateOf(now);
    const policy = answerPolicyOn(file.policy, today);
    const askable = askableOf(file);
    const decided = decideAskAgain({
      ...{ application, officer, seenVersion, askable, asking, answerByOn, today, policy },
    });
    if (!decided.ok) return decided;
    const items = requestedItems(file, decided.chosen, answerByOn);
    const letter = this.letter(file, {
      ...{ id: command.formId, items, answerByOn },
      linkExpiresAt: linkExpiresAt(answerByOn, policy),
    });
    if (!isLetterShown(letter, command.letterShown ?? null)) return refuse('letter_changed');
    await changeStatus(tx, application, {
      status: decided.status,
      claimedBy: null,
      claimedAt: null,
      ...pauseStarted(now),
    });
    await this.keepRequest(tx, { file, command, items, at: now });
    await this.tellResident(tx, letter, { file, command, items, at: now });
    return ok();
  }

  private async keepRequest(tx: Tx, { file, command, items, at }: Writing) {
    const { id: applicationId } = file.application;
    const { formId: id, officer, answerByOn } = command;
    await insertRequest(tx, {
      id,
      applicationId,
      state: 'open',
      askedBy: officer.id,
      askedAt: at,
      answerByOn,
      linkExpiresAt: linkExpiresAt(answerByOn, policyOf(file, at)),
      items,
      formId: id,
      answeredAt: null,
      remindedAt: null,
      lapsedAt: null,
      closedAt: null,
    });
    const told = items.map(({ paperKind, reason }) => ({ kind: paperKind ?? 'missing', reason }));
    const occasion = { applicationId, actor: { kind: 'staff', id: officer.id }, at } as const;
    const payload = { requestId: id, items: told, answerByOn };
    await recordEvent(tx, occasion, { type: 'evidence-requested', payload });
  }

  private letter(file: CaseFile, request: RequestToTell): LetterContent {
    return composeEvidenceRequest(requestFacts(file, request, this.settings));
  }

  private async tellResident(tx: Tx, content: LetterContent, { file, command, at }: Writing) {
    const { formId: id, officer, answerByOn } = command;
    await writeLetters(tx, this.outbox, {
      applicationId: file.application.id,
      contact: contactOf(file.application, file.property),
      content,
      actor: { kind: 'staff', id: officer.id },
      at,
    });
    const [remindAt, dueAt] = [
      reminderDueAt(answerByOn, policyOf(file, at)),
      answerDueAt(answerByOn),
    ];
    await this.outbox.enqueue(tx, {
      type: 'evidence.reminder-booked',
      subjectId: id,
      notBefore: remindAt,
    });
    await this.outbox.enqueue(tx, {
      type: 'evidence.deadline-booked',
      subjectId: id,
      notBefore: dueAt,
    });
  }
}

/** As it holds on the day of asking. */
function policyOf(file: CaseFile, at: Date): AnswerPolicy {
  return answerPolicyOn(file.policy, londonDateOf(at));
}

interface Writing {
  file: CaseFile;
  command: AskCommand;
  items: RequestedItem[];
  at: Date;
}
