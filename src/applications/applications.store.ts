import { StaleWrite } from '../platform/database/conditional-write.js';
import { lockRow } from '../platform/database/lock-row.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { insertSearchTerms, replaceRegistrationTerm } from '../search-terms/search-terms.store.js';
import { ApplicationEntity } from './application.entity.js';
import type { ApplicationStatus } from './application-status.rules.js';
import { couldBeReference } from '../shared/case-reference.js';

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
  return lockRow(tx, ApplicationEntity, { id });
}

/**
 * A reference exactly as it is printed. An address may hold anything: letters the column cannot
 * hold would make the database refuse the question, and it takes no notice of blanks at the end.
 */
export async function findApplicationByReference(
  reader: Reader,
  reference: string,
): Promise<Application | null> {
  if (!couldBeReference(reference)) return null;
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
    | 'claimedUntil'
    | 'onHoldUntil'
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

/** Enough to find a free one among those that others are just taking. */
const MOST_TAKEN_AT_ONCE = 200;

export interface NextWanted {
  /** Permit types and zones to look among, an empty list for all; null for every case. */
  teams?: readonly { permitTypes: readonly string[]; zones: readonly string[] }[] | null;
  /** Ids of cases that this officer may not have. */
  passedOver?: readonly string[];
}

/**
 * Locks the free case most at risk: the hold ending soonest, then the oldest. Null: none is free.
 * Free is what waits and is not on hold, and what a claim has run out for. The inner read walks the
 * index in its own order without a lock; the outer one takes the first case that nobody else is
 * taking. One walk that locked would keep a lock on every case it passed over.
 */
export async function lockNextFree(
  tx: Tx,
  now: Date,
  { teams = null, passedOver = [] }: NextWanted = {},
): Promise<Application | null> {
  const among = amongTeams(teams);
  const rows: { id: string }[] = await tx.query(
    `SELECT a.id FROM (
       SELECT id FROM applications FORCE INDEX (ix_applications_next)
        WHERE work_first_at IS NOT NULL AND free_from <= ? AND id NOT IN (?) ${among.sql}
        ORDER BY work_first_at, received_at, id LIMIT ${MOST_TAKEN_AT_ONCE}) free
       STRAIGHT_JOIN applications a ON a.id = free.id
      WHERE a.free_from <= ? LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [now, ['', ...passedOver], ...among.values, now],
  );
  return rows[0] ? findApplication(tx, rows[0].id) : null;
}

/** Whether the next case would be one: asked without a lock. */
export async function isAnyFree(
  reader: Reader,
  now: Date,
  teams: NextWanted['teams'],
): Promise<boolean> {
  const among = amongTeams(teams ?? null);
  const rows: unknown[] = await reader.query(
    `SELECT id FROM applications FORCE INDEX (ix_applications_next)
      WHERE work_first_at IS NOT NULL AND free_from <= ? ${among.sql} LIMIT 1`,
    [now, ...among.values],
  );
  return rows.length > 0;
}

/** Any team's permit types and zones; both are in the index, so that nothing else is read. */
function amongTeams(teams: NonNullable<NextWanted['teams']> | null): {
  sql: string;
  values: unknown[];
} {
  if (teams === null) return { sql: '', values: [] };
  const parts = teams.map(({ permitTypes, zones }) => ({
    sql: [
      ...(permitTypes.length > 0 ? ['permit_type_code IN (?)'] : []),
      ...(zones.length > 0 ? ['zone_code IN (?)'] : []),
    ].join(' AND '),
    values: [permitTypes, zones].filter((codes) => codes.length > 0),
  }));
  const any = parts.map(({ sql }) => `(${sql || 'TRUE'})`).join(' OR ');
  return { sql: `AND (${any || 'FALSE'})`, values: parts.flatMap(({ values }) => values) };
}
