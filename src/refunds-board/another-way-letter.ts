import type { CaseFile } from '../case-file/case-file.queries.js';
import { statusLinkFor } from '../case-file/status-link-for.js';
import { composePaidAnotherWay } from '../letters/another-way-letter.rules.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import {
  tellableReference,
  WAY_WORDS,
  type WayToPay,
} from '../paid-another-way/ways-to-pay.rules.js';
import type { LocalDate } from '../shared/london-date.js';
import type { Pence } from '../shared/money.js';

interface Paid {
  council: CouncilFacts;
  pence: Pence;
  way: WayToPay;
  paidOn: LocalDate;
  /** As it was typed; the letter names it only where that is safe. */
  reference: string;
}

/** The letter as it is previewed and as it is sent: the same facts, the same words (U7.1). */
export function anotherWayLetter(
  file: CaseFile,
  { council, pence, way, paidOn, reference }: Paid,
): LetterContent {
  const { wordings, application, permitType } = file;
  return composePaidAnotherWay({
    ...{ council, statusLink: statusLinkFor(file, council) },
    reference: application.reference,
    permitTypeName: permitType.name,
    ...{ wordings, pence, paidOn },
    how: WAY_WORDS[way],
    paymentReference: tellableReference(reference),
  });
}
