import { Injectable } from '@nestjs/common';
import { lockApplication, touchApplication } from '../applications/applications.store.js';
import { refuseConflict } from '../conflicts-of-interest/refuse-conflict.js';
import type { EvidencePage, EvidencePaper } from '../evidence/evidence.store.js';
import { isOriginalKept } from '../evidence/original-file.rules.js';
import type { RedactionReason } from '../evidence/redaction-reasons.rules.js';
import {
  forgetOriginal,
  insertRedaction,
  redactionsOf,
  replacePageFile,
} from '../evidence/redactions.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { CommitOutcomeUnknown } from '../platform/database/typeorm-unit-of-work.js';
import { ok, type Outcome } from '../shared/outcome.js';
import { recordEvent } from '../timeline/timeline.store.js';
import { BurnPage, type BurntFile } from './burn-page.js';
import { mayRedact, type RedactionRefusal } from './redaction.rules.js';
import type { PercentBox } from './typed-boxes.rules.js';

export interface RedactionOrder {
  paper: EvidencePaper;
  page: EvidencePage;
  staffId: string;
  /** What the form saw. */
  version: number;
  formId: string;
  boxes: readonly PercentBox[];
  reason: RedactionReason;
}

/** `gone`: the files that nothing names any more. */
type Redacted = Outcome<{ gone: string[] }, RedactionRefusal>;

/**
 * Blacks out parts of a page: the new picture is made and stored, then one transaction puts it in the
 * place of the old one and forgets the keys of what it hides: the old picture's and the original's.
 * There is no way back (S13.4).
 */
@Injectable()
export class RedactPage {
  constructor(
    private readonly burnPage: BurnPage,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The same form sent again has the same result. @throws NotBurnt, StoredFileUnusable */
  async run(order: RedactionOrder): Promise<Outcome<unknown, RedactionRefusal>> {
    const burnt = await this.burnPage.make(order.paper, order.page, order.boxes);
    const redacted = await this.unitOfWork
      .run((tx) => this.redact(tx, order, burnt))
      .catch(async (error: unknown) => {
        // Whether the row names the new picture is not known: neither is taken away.
        if (!(error instanceof CommitOutcomeUnknown)) {
          await this.burnPage.remove([burnt.storageName]);
        }
        throw error;
      });
    await this.burnPage.remove(redacted.ok ? redacted.gone : [burnt.storageName]);
    return redacted;
  }

  private async redact(tx: Tx, order: RedactionOrder, burnt: BurntFile): Promise<Redacted> {
    const { paper, page, formId } = order;
    const application = await lockApplication(tx, paper.applicationId);
    if (!application) throw new Error('The case was read before and is gone.');
    await refuseConflict(tx, application, { staffId: order.staffId, now: this.clock.now() });
    const before = await redactionsOf(tx, paper.id);
    if (before.some((one) => one.formId === formId)) return ok({ gone: [burnt.storageName] });
    const may = mayRedact(application, order);
    if (!may.ok) return may;
    await replacePageFile(tx, page, burnt);
    await forgetOriginal(tx, paper.id);
    await this.record(tx, order, before.filter((one) => one.pageNumber === page.pageNumber).length);
    await touchApplication(tx, application);
    const original = isOriginalKept(paper) ? [paper.storageName] : [];
    return ok({ gone: [page.storageName, ...original] });
  }

  private async record(tx: Tx, order: RedactionOrder, timesBefore: number): Promise<void> {
    const { paper, page, formId, boxes, reason, staffId } = order;
    const at = this.clock.now();
    await insertRedaction(tx, {
      formId,
      paperId: paper.id,
      pageNumber: page.pageNumber,
      rendition: timesBefore + 2,
      boxes,
      reason,
      redactedBy: staffId,
      redactedAt: at,
    });
    const actor = { kind: 'staff', id: staffId } as const;
    await recordEvent(
      tx,
      { applicationId: paper.applicationId, actor, at },
      {
        type: 'page-redacted',
        payload: { paperId: paper.id, kind: paper.kind, page: page.pageNumber, reason },
      },
    );
  }
}
