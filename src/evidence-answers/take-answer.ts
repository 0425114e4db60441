import { Injectable } from '@nestjs/common';
import { MOST_PAPERS_AN_ANSWER } from '../evidence-requests/requested-item.rules.js';
import { fileRefusalText } from '../platform/files/file-refusals.js';
import type { UploadOutcome } from '../platform/files/receive-upload.js';
import { AnswerEvidenceRequest } from './answer-evidence-request.js';
import type { AnswerRefusal } from './answer.rules.js';
import type { AnswerDesk } from './answer.queries.js';
import {
  type AnswerFault,
  missingFaults,
  readSentFields,
  type SentFields,
  wordFaults,
} from './sent-fields.rules.js';
import { StoreSentFiles } from './store-sent-files.js';

export interface TakenAnswer {
  /** Whole, or no longer wanted: there is no form to show again. */
  isSettled: boolean;
  fields: readonly SentFields[];
  faults: AnswerFault[];
}

/** Refusals that leave the form open. */
const TOO_MUCH: Partial<Record<AnswerRefusal, string>> = {
  too_many_papers: `You can send ${MOST_PAPERS_AN_ANSWER} files in all. Send only the papers we ask for.`,
  too_big_for_case: fileRefusalText('too_big_for_case'),
};

/** From what arrived to what is kept, with a sentence for everything that was not. */
@Injectable()
export class TakeAnswer {
  constructor(
    private readonly storeSentFiles: StoreSentFiles,
    private readonly answerEvidenceRequest: AnswerEvidenceRequest,
  ) {}

  async run(desk: AnswerDesk, upload: UploadOutcome, body: unknown): Promise<TakenAnswer> {
    const { request, application } = desk;
    const fields = readSentFields(body, request.items);
    if (!upload.ok) return { isSettled: false, fields, faults: [wholeFault(upload)] };
    const wordsAtFault = wordFaults(fields);
    const sent = await this.storeSentFiles.run(desk, upload.files, fields);
    const faults = [...wordsAtFault, ...sent.faults];
    const outcome = await this.answerEvidenceRequest.run({
      requestId: request.id,
      applicationId: application.id,
      papers: sent.papers,
      fields: fields.map((field) => withinLimit(field, wordsAtFault)),
      hasFaults: faults.length > 0,
    });
    if (!outcome.ok) {
      const tooMuch = TOO_MUCH[outcome.refusal];
      if (tooMuch === undefined) return { isSettled: true, fields, faults: [] };
      const fault: AnswerFault = { itemId: null, field: 'file', text: tooMuch };
      return { isSettled: false, fields, faults: [...faults, fault] };
    }
    const missing = missingFaults(outcome.items, faults);
    return { isSettled: outcome.isAnswered, fields, faults: [...faults, ...missing] };
  }
}

/** The request was cut or refused on its way: nothing of it has come, what came before is kept. */
function wholeFault(upload: Extract<UploadOutcome, { ok: false }>): AnswerFault {
  const name = upload.originalName === null ? '' : `${upload.originalName}: `;
  return { itemId: null, field: 'file', text: `${name}${fileRefusalText(upload.refusal)}` };
}

/** Words that are too long are shown again, not kept. */
function withinLimit(field: SentFields, faults: readonly AnswerFault[]): SentFields {
  const isTooLong = faults.some(({ itemId }) => itemId === field.itemId);
  return isTooLong ? { ...field, cannotSend: '' } : field;
}
