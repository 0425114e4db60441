import type { CaseFile } from '../case-file/case-file.queries.js';
import type { RequestedItem } from '../evidence-requests/requested-item.rules.js';
import { linkAddress } from '../evidence-requests/signed-link.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import type { EvidenceRequestFacts } from '../letters/evidence-letters.rules.js';
import type { Settings } from '../platform/config/settings.js';
import type { LocalDate } from '../shared/london-date.js';

export interface RequestToTell {
  id: string;
  items: readonly RequestedItem[];
  answerByOn: LocalDate;
  linkExpiresAt: Date;
}

/** What the letter and its reminder say: the same request gives the same link, to the letter (U7.1). */
export function requestFacts(
  file: CaseFile,
  request: RequestToTell,
  settings: Settings,
): EvidenceRequestFacts {
  const { id: requestId, answerByOn } = request;
  return {
    council: councilFacts(settings),
    reference: file.application.reference,
    permitTypeName: file.permitType.name,
    wordings: file.wordings,
    items: request.items.map(({ label, words, bring }) => ({
      paperLabel: label,
      wrong: words,
      wouldDo: bring,
    })),
    answerByOn,
    link: linkAddress(settings, { requestId, expiresAt: request.linkExpiresAt }),
  };
}
