import type { CaseFile } from '../case-file/case-file.queries.js';
import { statusLinkFor } from '../case-file/status-link-for.js';
import { composeApproval } from '../letters/approval-letter.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import type { ApprovalFacts } from '../approval-gate/approval-facts.rules.js';
import type { ApprovalTerms } from './approval-terms.rules.js';

/** The letter as it is previewed and as it is sent: the same facts, the same words (U7.1). */
export function approvalLetter(
  facts: ApprovalFacts,
  terms: ApprovalTerms,
  { council, file }: { council: CouncilFacts; file: Pick<CaseFile, 'policy' | 'wordings'> },
): LetterContent {
  const { permitReference, startsOn, endsOn, zones, registration } = terms;
  return composeApproval({
    ...{ council, statusLink: statusLinkFor({ ...file, application: facts.application }, council) },
    reference: facts.application.reference,
    permitTypeName: facts.permitType.name,
    wordings: file.wordings,
    permitReference,
    startsOn,
    endsOn,
    zones,
    registration,
    money: facts.money,
  });
}
