import { countWritten } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { DraftPlace } from './draft-forms.rules.js';
import type { SealedDraft } from './draft-seal.js';

export interface NewDraft extends SealedDraft {
  /** The drawing of the form it was typed into, and the version of the case that it showed. */
  formId: string;
  caseVersion: number;
  savedAt: Date;
  expiresAt: Date;
}

const PLACE = `staff_id = ? AND form = ?
  AND application_id = (SELECT id FROM applications WHERE reference = ?)`;
const placeValues = ({ staffId, form, reference }: DraftPlace) => [staffId, form, reference];

/**
 * Keeps a draft in the place of the one before. One that arrives after its own form was sent, as a
 * script's last word may, is dropped. Nothing is written for a case that does not exist.
 */
export async function saveDraft(tx: Tx, place: DraftPlace, draft: NewDraft): Promise<void> {
  const isNew = (column: string) =>
    `${column} = IF(sent_form_id <=> VALUES(form_id), ${column}, VALUES(${column}))`;
  await tx.query(
    `INSERT INTO drafts (id, staff_id, application_id, form, form_id, case_version, content,
                         wrapped_key, saved_at, expires_at)
     SELECT ?, ?, id, ?, ?, ?, ?, ?, ?, ? FROM applications WHERE reference = ?
     ON DUPLICATE KEY UPDATE ${['content', 'wrapped_key', 'case_version', 'saved_at', 'expires_at', 'thrown_away_at', 'form_id'].map(isNew).join(', ')}`,
    [
      newId(),
      place.staffId,
      place.form,
      draft.formId,
      draft.caseVersion,
      draft.content,
      draft.wrappedKey,
      draft.savedAt,
      draft.expiresAt,
      place.reference,
    ],
  );
}

/** The form was sent: its words are gone from here, and nothing more of it is taken. */
export async function settleDraft(tx: Tx, place: DraftPlace, formId: string): Promise<void> {
  await tx.query(
    `UPDATE drafts SET content = NULL, wrapped_key = NULL, sent_form_id = ? WHERE ${PLACE}`,
    [formId, ...placeValues(place)],
  );
}

/** Thrown away until `until`: so long it can be brought back. */
export async function throwDraftAway(
  tx: Tx,
  place: DraftPlace,
  { now, until }: { now: Date; until: Date },
): Promise<void> {
  await tx.query(
    `UPDATE drafts SET thrown_away_at = ?, expires_at = ?
      WHERE thrown_away_at IS NULL AND ${PLACE}`,
    [now, until, ...placeValues(place)],
  );
}

export async function bringDraftBack(
  tx: Tx,
  place: DraftPlace,
  { now, expiresAt }: { now: Date; expiresAt: Date },
): Promise<void> {
  await tx.query(
    `UPDATE drafts SET thrown_away_at = NULL, expires_at = ?
      WHERE thrown_away_at IS NOT NULL AND expires_at > ? AND ${PLACE}`,
    [expiresAt, now, ...placeValues(place)],
  );
}

/** @returns how many were forgotten, at most `most` */
export function forgetExpiredDrafts(tx: Tx, now: Date, most: number): Promise<number> {
  return countWritten(tx, `DELETE FROM drafts WHERE expires_at <= ? LIMIT ${Math.trunc(most)}`, [
    now,
  ]);
}

/** The person took out again what was typed: there is nothing left to go on with. */
export async function emptyDraft(tx: Tx, place: DraftPlace): Promise<void> {
  await tx.query(`UPDATE drafts SET content = NULL, wrapped_key = NULL WHERE ${PLACE}`, [
    ...placeValues(place),
  ]);
}

/** The wrapped key of one draft, and whose it is. */
export interface DraftKey extends DraftPlace {
  id: string;
  wrappedKey: string;
}

/** The keys of so many drafts that hold words, in the order of their ids. @param afterId '' to begin */
export function readDraftKeys(reader: Reader, afterId: string, most: number): Promise<DraftKey[]> {
  return reader.query(
    `SELECT d.id, d.staff_id AS staffId, a.reference, d.form, d.wrapped_key AS wrappedKey
       FROM drafts d JOIN applications a ON a.id = d.application_id
      WHERE d.id > ? AND d.wrapped_key IS NOT NULL ORDER BY d.id LIMIT ${Math.trunc(most)}`,
    [afterId],
  );
}

/** False when the draft has another key by now. */
export async function replaceDraftKey(
  tx: Tx,
  { id, wrappedKey: read }: DraftKey,
  wrappedKey: string,
): Promise<boolean> {
  const written = await countWritten(
    tx,
    'UPDATE drafts SET wrapped_key = ? WHERE id = ? AND wrapped_key = ?',
    [wrappedKey, id, read],
  );
  return written === 1;
}
