import { StaleWrite } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { insertSearchTerms, replaceRegistrationTerm } from '../search-terms/search-terms.store.js';
import { ApplicationEntity } from './application.entity.js';
import type { ApplicationStatus } from './application-status.rules.js';

/** An application as it was read under its lock; a plain value, never written back whole. */
export type Application = Readonly<ApplicationEntity>;

/** Writes it, and what it is found by. */
export async function insertApplication(tx: Tx, application: Application): Promise<void> {
  await tx.insert(ApplicationEntity, application);
  await insertSearchTerms(tx, application.id, application);
}

/**
 * Reads the application and holds it until commit.
 * Lock order of the house: property → application → payment (docs/architecture.md).
 */
export async function lockApplication(tx: Tx, id: string): Promise<Application | null> {
  return tx
    .createQueryBuilder(ApplicationEntity, 'application')
    .setLock('pessimistic_write')
    .where('application.id = :id', { id })
    .getOne();
}

/**
 * A reference exactly as it is printed. An address may hold anything: letters the column cannot
 * hold would make the database refuse the question, and it takes no notice of blanks at the end.
 */
export async function findApplicationByReference(
  reader: Reader,
  reference: string,
): Promise<Application | null> {
  if (!/^[\x21-\x7e]{1,16}$/.test(reference)) return null;
  return reader.findOneBy(ApplicationEntity, { reference });
}

export async function findApplication(reader: Reader, id: string): Promise<Application | null> {
  return reader.findOneBy(ApplicationEntity, { id });
}

export async function findByClientReference(
  reader: Reader,
  clientId: string,
  clientReference: string,
): Promise<Application | null> {
  return reader.findOneBy(ApplicationEntity, { clientId, clientReference });
}

/** What a change of state writes beside the status. */
export type StatusChange = { status: ApplicationStatus } & Partial<
  Pick<
    ApplicationEntity,
    | 'claimedBy'
    | 'claimedAt'
    | 'awaitingSince'
    | 'pausedSeconds'
    | 'decidedAt'
    | 'holdEndsAt'
    | 'round'
  >
>;

/**
 * Moves the application on, only from the state and version it was read in.
 * Throws StaleWrite when somebody was faster.
 */
export async function changeStatus(tx: Tx, read: Application, change: StatusChange): Promise<void> {
  const { affected } = await tx.update(
    ApplicationEntity,
    { id: read.id, version: read.version, status: read.status },
    { ...change, version: read.version + 1 },
  );
  if (affected !== 1) throw new StaleWrite('application');
}

/** Counts a change that leaves the status alone (a paper arrived, a check was marked). */
export async function touchApplication(tx: Tx, read: Application): Promise<void> {
  await changeStatus(tx, read, { status: read.status });
}

/** Copies the provider's end of the hold into the queue's sort column. */
export async function setHoldEnd(tx: Tx, id: string, holdEndsAt: Date | null): Promise<void> {
  await tx.update(ApplicationEntity, { id }, { holdEndsAt });
}

export async function correctRegistration(
  tx: Tx,
  read: Application,
  vehicle: Pick<ApplicationEntity, 'registration' | 'registrationKey' | 'registrationOverride'>,
): Promise<void> {
  const { affected } = await tx.update(
    ApplicationEntity,
    { id: read.id, version: read.version },
    { ...vehicle, version: read.version + 1 },
  );
  if (affected !== 1) throw new StaleWrite('application');
  await replaceRegistrationTerm(tx, read.id, vehicle.registration);
}

/**
 * Locks the waiting case most at risk: the hold ending soonest, then the oldest. Null: none waits.
 * Two officers at once get two different cases (SKIP LOCKED). Both reads walk the index in its own
 * order and stop at the first free row: sorting would lock every waiting case for one officer.
 */
export async function lockNextWaiting(tx: Tx): Promise<Application | null> {
  const id =
    (await lockFirst(tx, 'hold_ends_at IS NOT NULL ORDER BY hold_ends_at, received_at, id')) ??
    (await lockFirst(tx, 'hold_ends_at IS NULL ORDER BY received_at, id'));
  return id === null ? null : findApplication(tx, id);
}

async function lockFirst(tx: Tx, whereAndOrder: string): Promise<string | null> {
  const rows: { id: string }[] = await tx.query(
    `SELECT id FROM applications FORCE INDEX (ix_applications_queue)
      WHERE status = 'submitted' AND ${whereAndOrder} LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  return rows[0]?.id ?? null;
}
