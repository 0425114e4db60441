import { Injectable, Logger } from '@nestjs/common';
import { recordDelivery } from '../evidence/evidence-deliveries.store.js';
import type { EvidencePaper } from '../evidence/evidence.store.js';
import { findLinkedPage } from '../evidence/linked-files.queries.js';
import { isOriginalKept } from '../evidence/original-file.rules.js';
import { PaperFiles } from '../evidence/paper-files.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import type { FileLinkPurpose, OpenedFileLink } from '../platform/files/file-link.js';
import { DailyCount } from '../platform/web/daily-count.js';
import { londonDateOf } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { CheckLink } from './check-link.js';
import type { LinkRefusal } from './link-refusals.js';

export type LinkOutcome = Outcome<
  { paper: EvidencePaper; content: Buffer },
  LinkRefusal,
  { account: string | null }
>;

/** Pictures and originals given to one person in a day; more is no usual work, and is said in the log. */
export const MOST_GIVEN_A_DAY = 400;

/** Opens a signed link, once: who was given what is written down before the first byte goes (S3.7). */
@Injectable()
export class OpenFileLink {
  readonly givenToday = new DailyCount(MOST_GIVEN_A_DAY);
  private readonly log = new Logger('evidence');

  constructor(
    private readonly checkLink: CheckLink,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly paperFiles: PaperFiles,
  ) {}

  /** @throws StoredFileUnusable */
  async run(purpose: FileLinkPurpose, token: string): Promise<LinkOutcome> {
    const checked = await this.checkLink.run(purpose, token);
    if (!checked.ok) return checked;
    const { link, paper, at } = checked;
    const account = link.holderId;
    const content = await this.contentOf(link, paper);
    if (!content) return refuse('file_gone', { account });
    const delivery = {
      linkHash: link.linkHash,
      paperId: paper.id,
      pageNumber: link.page,
      staffId: account,
      deliveredAt: at,
    };
    const isFirst = await this.unitOfWork.run((tx) => recordDelivery(tx, delivery));
    if (!isFirst) return refuse('used_before', { account });
    this.watch(account, delivery.linkHash, at);
    return ok({ paper, content });
  }

  private watch(account: string, linkHash: string, at: Date): void {
    const given = this.givenToday.count(account, [linkHash], londonDateOf(at));
    if (given !== null) this.log.error({ alarm: 'many-papers-looked-at', account, given });
  }

  private async contentOf(link: OpenedFileLink, paper: EvidencePaper): Promise<Buffer | null> {
    if (link.purpose === 'original') {
      return isOriginalKept(paper) ? this.paperFiles.readOriginal(paper) : null;
    }
    const place = { paperId: paper.id, pageNumber: link.page };
    const page = await findLinkedPage(this.database.reader, place);
    return page && this.paperFiles.readPage(paper, page);
  }
}
