import { type Application, findApplication } from '../applications/applications.store.js';
import { decisionsOf } from '../decisions/decisions.store.js';
import { requestsOf } from '../evidence-requests/evidence-requests.store.js';
import { isWaiting } from '../evidence-requests/evidence-request-states.rules.js';
import { readMoneyFacts } from '../money-story/money-facts.queries.js';
import type { MoneyFacts } from '../money-story/money-facts.rules.js';
import { findPermitType } from '../permit-types/permit-types.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { qualityCheckOf } from '../quality-checks/quality-checks.store.js';
import { londonDateOf } from '../shared/london-date.js';
import type { StandingFacts } from './where-it-stands.rules.js';

/** What the resident may see of his case: nothing that he does not know of himself. */
export interface ResidentCase {
  reference: string;
  permitTypeName: string;
  standing: StandingFacts;
  money: MoneyFacts;
}

export async function readResidentCase(
  reader: Reader,
  applicationId: string,
  now: Date,
): Promise<ResidentCase | null> {
  const application = await findApplication(reader, applicationId);
  if (!application) return null;
  const receivedOn = londonDateOf(application.receivedAt);
  const type = await findPermitType(reader, application.permitTypeCode, receivedOn);
  const isTold = await isDecisionTold(reader, application);
  return {
    reference: application.reference,
    permitTypeName: type?.name ?? 'parking',
    standing: {
      status: application.status,
      isTold,
      receivedOn,
      decidedOn: application.decidedAt && londonDateOf(application.decidedAt),
      answerByOn: await answerByOn(reader, application.id),
      targetWorkingDays: type?.targetWorkingDays ?? null,
    },
    money: await readMoneyFacts(
      reader,
      { id: application.id, decidedAt: isTold ? application.decidedAt : null },
      now,
    ),
  };
}

/** A letter that waits for a second look has told nobody anything, so this page does not either. */
async function isDecisionTold(reader: Reader, { id, round }: Application): Promise<boolean> {
  const decision = (await decisionsOf(reader, id)).find((one) => one.round === round);
  if (!decision) return true;
  return (await qualityCheckOf(reader, decision.id))?.state !== 'waiting';
}

async function answerByOn(reader: Reader, applicationId: string) {
  const open = (await requestsOf(reader, applicationId)).find(({ state }) => isWaiting(state));
  return open?.answerByOn ?? null;
}
