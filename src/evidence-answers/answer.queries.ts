import { type Application, findApplication } from '../applications/applications.store.js';
import { allPapers, type EvidencePaper } from '../evidence/evidence.store.js';
import { areUploadsClosed } from '../evidence/scanner-state.queries.js';
import { type EvidenceRequest, findRequest } from '../evidence-requests/evidence-requests.store.js';
import { findPermitType } from '../permit-types/permit-types.queries.js';
import type { Reader } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';

/** What stands behind a resident's link. */
export interface AnswerDesk {
  request: EvidenceRequest;
  application: Application;
  permitTypeName: string;
  /** The virus scanner can be relied on, or is only away. */
  areFilesTaken: boolean;
  /** Every paper of the case; the page names only those sent through this link. */
  papers: EvidencePaper[];
}

/** Null when there is no such request, as with a link that was previewed and never sent. */
export async function readAnswerDesk(
  reader: Reader,
  requestId: string,
): Promise<AnswerDesk | null> {
  const request = await findRequest(reader, requestId);
  const application = request && (await findApplication(reader, request.applicationId));
  if (!request || !application) return null;
  const receivedOn = londonDateOf(application.receivedAt);
  const permitType = await findPermitType(reader, application.permitTypeCode, receivedOn);
  return {
    request,
    application,
    permitTypeName: permitType?.name ?? 'parking',
    areFilesTaken: !(await areUploadsClosed(reader)),
    papers: await allPapers(reader, application.id),
  };
}
