import type { ReasonFacts } from '../decisions/reason-terms.rules.js';
import type { ChosenReason } from '../decisions/rejection-reasons.rules.js';
import { type LocalDate, londonDateOf } from '../shared/london-date.js';
import type { CaseFile } from './case-file.queries.js';

/**
 * What a reason may speak of in this case.
 * @param sendByOn the day the next paper's age is measured from
 */
export function reasonFactsOf(
  file: CaseFile,
  reason: ChosenReason,
  sendByOn: LocalDate,
): ReasonFacts {
  const { application, permitType, property } = file;
  const about = file.papers.find((paper) => paper.paperId === reason.paperId);
  return {
    permitTypeCode: permitType.code,
    permitTypeName: permitType.name,
    zoneName: property.zone?.code ?? null,
    capCount: property.zone?.propertyCap ?? null,
    registration: application.registration,
    paperKind: reason.paperKind,
    datedOn: about?.check?.datedOn ?? null,
    termToOn: about?.check?.termToOn ?? null,
    receivedOn: londonDateOf(about?.paper.receivedAt ?? application.receivedAt),
    sendByOn,
  };
}
