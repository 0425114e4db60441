import type { CaseFile } from '../case-file/case-file.queries.js';
import type { CouncilFacts } from '../letters/council-facts.rules.js';
import {
  composeExceptionApproved,
  composeExceptionDeclined,
} from '../letters/exception-letters.rules.js';
import type { LetterContent } from '../letters/letter-content.rules.js';
import type { RefundException } from '../refund-exceptions/refund-exceptions.store.js';
import type { ExceptionAnswer } from './answer-exception.rules.js';

interface Answering {
  file: CaseFile;
  exception: Pick<RefundException, 'amountPence' | 'isAskedByResident'>;
  council: CouncilFacts;
  answer: ExceptionAnswer;
  words: string;
}

/** As it is previewed and as it is sent; null where nobody is written to. */
export function exceptionLetter(answering: Answering): LetterContent | null {
  const { file, exception, council, answer, words } = answering;
  const facts = {
    council,
    reference: file.application.reference,
    permitTypeName: file.permitType.name,
    wordings: file.wordings,
    pence: exception.amountPence,
  };
  if (answer === 'approve') return composeExceptionApproved(facts);
  return exception.isAskedByResident ? composeExceptionDeclined({ ...facts, reason: words }) : null;
}
