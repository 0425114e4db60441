import { Injectable, Logger } from '@nestjs/common';
import { findApplication, lockApplication } from '../applications/applications.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { DONE, JobHandler, type JobOutcome } from '../platform/outbox/job-handler.js';
import type { Registration } from '../shared/vehicle-registration.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { nextTryAt } from './not-checked.rules.js';
import { ANSWER_KEEPS_MS, isOpen } from './register-check.rules.js';
import {
  findAnswerSince,
  findRegisterCheck,
  insertFirstWish,
  type RegisterCheck,
  type RegisterResult,
  saveResult,
} from './register-checks.store.js';
import { type RegisterAnswer, VehicleRegisterGateway } from './vehicle-register-gateway.js';

/**
 * Asks DVLA's register about the vehicle of one application: after it came, after its registration
 * was corrected, or when an officer wishes it. What it learns are hints; nothing waits for it.
 */
@Injectable()
export class AskVehicleRegisterJob extends JobHandler {
  override readonly job = 'ask-vehicle-register';
  override readonly queue = 'housekeeping';
  private readonly log = new Logger('vehicle-register');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly gateway: VehicleRegisterGateway,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async run(applicationId: string): Promise<JobOutcome> {
    if (!this.gateway.isConfigured) return DONE;
    const check = await this.openCheck(applicationId);
    if (!check) return DONE;
    const known = await this.knownAnswer(check);
    if (known) return this.keep(check, known);
    const said = await this.gateway.ask(check.registration);
    if (said.answer === 'later') {
      return later(said.milliseconds, 'As many questions were asked as may be in a minute.');
    }
    return this.keep(check, this.resultOf(check, said));
  }

  override async gaveUp(): Promise<void> {
    // The case still says that the register was not asked, and offers to ask it.
  }

  /** What shall still be asked; null when nothing is: no vehicle, decided, answered already. */
  private async openCheck(applicationId: string): Promise<RegisterCheck | null> {
    const application = await findApplication(this.database.reader, applicationId);
    if (!application || application.decidedAt !== null) return null;
    const { registration } = application;
    if (registration === null) return null;
    const before = await findRegisterCheck(this.database.reader, applicationId);
    const check = before ?? (await this.firstCheck(applicationId, registration));
    return check && isOpen(check) ? check : null;
  }

  private async firstCheck(
    applicationId: string,
    registration: Registration,
  ): Promise<RegisterCheck | null> {
    const askedAt = this.clock.now();
    const freshSince = new Date(askedAt.getTime() - ANSWER_KEEPS_MS);
    const wish = { applicationId, registration, askedAt, freshSince, formId: null };
    await this.unitOfWork.run((tx) => insertFirstWish(tx, wish));
    return findRegisterCheck(this.database.reader, applicationId);
  }

  private async knownAnswer(check: RegisterCheck): Promise<RegisterResult | null> {
    const { registration, freshSince } = check;
    const known = await findAnswerSince(this.database.reader, registration, freshSince);
    if (!known?.answeredAt) return null;
    const { answeredAt, facts } = known;
    if (known.state === 'not_in_register') return { state: 'not_in_register', answeredAt };
    return facts && { state: 'found', facts, answeredAt };
  }

  private resultOf(
    check: RegisterCheck,
    said: Exclude<RegisterAnswer, { answer: 'later' }>,
  ): RegisterResult {
    const now = this.clock.now();
    if (said.answer === 'found') return { state: 'found', facts: said.facts, answeredAt: now };
    if (said.answer === 'not_in_register') return { state: 'not_in_register', answeredAt: now };
    const { because, retryAfterSeconds } = said;
    this.log.warn({ problem: because, tries: check.tries + 1 });
    const failed = { because, tries: check.tries + 1, now, retryAfterSeconds };
    return { state: 'not_checked', because, answeredAt: now, tryAgainAt: nextTryAt(failed) };
  }

  private async keep(check: RegisterCheck, result: RegisterResult): Promise<JobOutcome> {
    const isKept = await this.unitOfWork.run((tx) => this.write(tx, check, result));
    if (!isKept || result.state !== 'not_checked' || result.tryAgainAt === null) return DONE;
    return later(result.tryAgainAt.getTime() - result.answeredAt.getTime(), result.because);
  }

  private async write(tx: Tx, check: RegisterCheck, result: RegisterResult): Promise<boolean> {
    // The lock order of the house: the application first.
    await lockApplication(tx, check.applicationId);
    if (!(await saveResult(tx, check, result))) return false;
    if (result.state === 'not_checked' && result.tryAgainAt !== null) return true;
    const { applicationId } = check;
    const at = this.clock.now();
    const because = result.state === 'not_checked' ? result.because : null;
    await recordEvent(
      tx,
      { applicationId, actor: { kind: 'system' }, at },
      { type: 'register-answered', payload: { answer: result.state, because } },
    );
    return true;
  }
}

/** Rows of the outbox are due by the machine's clock. */
function later(milliseconds: number, because: string): JobOutcome {
  return { done: false, againAt: new Date(Date.now() + milliseconds), because };
}
