import { countWritten } from '../platform/database/conditional-write.js';
import { lockRow } from '../platform/database/lock-row.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { Registration } from '../shared/vehicle-registration.js';
import type { NotCheckedReason } from './not-checked.rules.js';
import { RegisterCheckEntity } from './register-check.entity.js';
import type { RegisterFacts } from './register-facts.rules.js';

export type RegisterCheck = Readonly<RegisterCheckEntity>;

export interface RegisterWish {
  applicationId: string;
  registration: Registration;
  askedAt: Date;
  /** An answer given at this instant or later will do. */
  freshSince: Date;
  /** The form that asked; null when nobody did. */
  formId: string | null;
}

/** What came of a wish: an answer, or why there is none and when the next try is. */
export type RegisterResult = { answeredAt: Date } & (
  | { state: 'found'; facts: RegisterFacts }
  | { state: 'not_in_register' }
  | { state: 'not_checked'; because: NotCheckedReason; tryAgainAt: Date | null }
);

export async function findRegisterCheck(
  reader: Reader,
  applicationId: string,
): Promise<RegisterCheck | null> {
  return reader.findOneBy(RegisterCheckEntity, { applicationId });
}

/** Reads the check and holds it until commit. */
export async function lockRegisterCheck(
  tx: Tx,
  applicationId: string,
): Promise<RegisterCheck | null> {
  return lockRow(tx, RegisterCheckEntity, { applicationId });
}

/** The first wish of a case; nothing when there is one already. */
export async function insertFirstWish(tx: Tx, wish: RegisterWish): Promise<void> {
  await tx.query(
    `INSERT IGNORE INTO vehicle_register_checks
       (application_id, registration, ask_number, state, fresh_since, asked_at, form_id, tries)
     VALUES (?, ?, 1, 'waiting', ?, ?, ?, 0)`,
    [wish.applicationId, wish.registration, wish.freshSince, wish.askedAt, wish.formId],
  );
}

/** A new wish forgets what was answered before; whatever is under way for the old one is not kept. */
export async function renewWish(tx: Tx, wish: RegisterWish): Promise<void> {
  await tx.query(
    `UPDATE vehicle_register_checks
        SET registration = ?, ask_number = ask_number + 1, state = 'waiting', because = NULL,
            fresh_since = ?, asked_at = ?, form_id = ?, tries = 0, try_again_at = NULL,
            answered_at = NULL, facts = NULL
      WHERE application_id = ?`,
    [wish.registration, wish.freshSince, wish.askedAt, wish.formId, wish.applicationId],
  );
}

/** Keeps what came of exactly this wish and try; false when somebody was faster or it was renewed. */
export async function saveResult(
  tx: Tx,
  check: RegisterCheck,
  result: RegisterResult,
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE vehicle_register_checks
        SET state = ?, because = ?, tries = tries + 1, try_again_at = ?, answered_at = ?, facts = ?
      WHERE application_id = ? AND ask_number = ? AND state = ? AND tries = ?`,
    [
      result.state,
      result.state === 'not_checked' ? result.because : null,
      result.state === 'not_checked' ? result.tryAgainAt : null,
      result.answeredAt,
      result.state === 'found' ? JSON.stringify(result.facts) : null,
      ...[check.applicationId, check.askNumber, check.state, check.tries],
    ],
  );
  return written === 1;
}

/** The newest answer about this registration given since that instant, for whatever case. */
export async function findAnswerSince(
  reader: Reader,
  registration: Registration,
  since: Date,
): Promise<RegisterCheck | null> {
  return reader
    .createQueryBuilder(RegisterCheckEntity, 'check')
    .where('check.registration = :registration AND check.answeredAt >= :since', {
      registration,
      since,
    })
    .andWhere("check.state IN ('found', 'not_in_register')")
    .orderBy('check.answeredAt', 'DESC')
    .limit(1)
    .getOne();
}

/** Forgets what was asked for before that instant; returns how many were forgotten, at most a batch. */
export async function forgetAskedBefore(tx: Tx, before: Date, batch: number): Promise<number> {
  return countWritten(
    tx,
    `DELETE FROM vehicle_register_checks WHERE asked_at < ? ORDER BY asked_at LIMIT ${Math.trunc(batch)}`,
    [before],
  );
}
