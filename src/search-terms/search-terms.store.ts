import type { Tx } from '../platform/database/transaction.js';
import {
  type Findable,
  registrationTerm,
  type SearchTerm,
  searchTermsOf,
} from './search-terms.rules.js';

/** Makes an application findable, in the transaction that writes it. */
export async function insertSearchTerms(
  tx: Tx,
  applicationId: string,
  application: Findable,
): Promise<void> {
  await insertTerms(tx, [{ applicationId, terms: searchTermsOf(application) }]);
}

/** The registration declared was corrected: the case is found by the new one only. */
export async function replaceRegistrationTerm(
  tx: Tx,
  applicationId: string,
  registration: string | null,
): Promise<void> {
  await tx.query(`DELETE FROM search_terms WHERE application_id = ? AND kind = 'registration'`, [
    applicationId,
  ]);
  if (registration) await addRegistrationTerm(tx, applicationId, registration);
}

/** Another vehicle on the permit of this application: it is found by each of them. */
export async function addRegistrationTerm(
  tx: Tx,
  applicationId: string,
  registration: string,
): Promise<void> {
  await insertTerms(tx, [{ applicationId, terms: [registrationTerm(registration)] }]);
}

/** Many at once; those that are there already stay as they are. */
export async function insertTerms(
  tx: Pick<Tx, 'query'>,
  cases: readonly { applicationId: string; terms: readonly SearchTerm[] }[],
): Promise<void> {
  const rows = cases.flatMap(({ applicationId, terms }) =>
    terms.map(({ kind, term, written }) => [kind, term, applicationId, written]),
  );
  if (rows.length === 0) return;
  await tx.query('INSERT IGNORE INTO search_terms (kind, term, application_id, written) VALUES ?', [
    rows,
  ]);
}
