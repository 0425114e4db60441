import {
  type Application,
  findApplicationByReference,
  findByClientReference,
} from '../applications/applications.store.js';
import { type ArrivalHint, isArrivalHint } from '../applications/arrival-hints.rules.js';
import { type Decision, findDecision } from '../decisions/decisions.store.js';
import { type Letter, lettersOf } from '../letters/letters.store.js';
import type { Reader } from '../platform/database/transaction.js';
import { qualityCheckOf } from '../quality-checks/quality-checks.store.js';
import { parseReference } from '../shared/case-reference.js';

/** An application as its own client may see it: no officer, no papers. */
export interface ClientsApplication {
  application: Application;
  hints: ArrivalHint[];
  decision: Decision | null;
  /** Every letter of the case, newest first. */
  letters: Letter[];
}

/** Null when there is none, or when it is another client's: the two cannot be told apart. */
export async function findClientsApplication(
  reader: Reader,
  clientId: string,
  typedReference: string,
): Promise<ClientsApplication | null> {
  const parsed = parseReference(typedReference);
  if (!parsed.ok) return null;
  const application = await findApplicationByReference(reader, parsed.reference);
  if (application?.clientId !== clientId) return null;
  const decision = await findDecision(reader, application);
  const isHeld = await isHeldBack(reader, decision);
  const letters = await lettersOf(reader, application.id);
  return {
    application: isHeld ? notYetTold(application) : application,
    hints: await hintsOf(reader, application.id),
    decision: isHeld ? null : decision,
    letters: letters.filter(({ state }) => state !== 'held' && state !== 'dropped'),
  };
}

/** While a decision waits for its second look, the applicant is told as little as by letter: nothing. */
async function isHeldBack(reader: Reader, decision: Decision | null): Promise<boolean> {
  const check = decision && (await qualityCheckOf(reader, decision.id));
  return check?.state === 'waiting';
}

function notYetTold(application: Application): Application {
  return { ...application, status: 'in_review', decidedAt: null };
}

/** What the same client sent before under the same reference of its own. */
export async function findSentBefore(
  reader: Reader,
  clientId: string,
  clientReference: string,
): Promise<{ application: Application; hints: ArrivalHint[] } | null> {
  const application = await findByClientReference(reader, clientId, clientReference);
  if (!application) return null;
  const isHeld = await isHeldBack(reader, await findDecision(reader, application));
  return {
    application: isHeld ? notYetTold(application) : application,
    hints: await hintsOf(reader, application.id),
  };
}

async function hintsOf(reader: Reader, applicationId: string): Promise<ArrivalHint[]> {
  const rows: { payload: string }[] = await reader.query(
    `SELECT payload FROM timeline_events WHERE application_id = ? AND type = 'application-received'`,
    [applicationId],
  );
  const payload = rows[0] && (JSON.parse(rows[0].payload) as { hints: string[] });
  return payload?.hints.filter(isArrivalHint) ?? [];
}
