import { Injectable } from '@nestjs/common';
import { hasLookedSince } from '../evidence/evidence-looks.queries.js';
import type { PaperKind } from '../permit-types/paper-kinds.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { recordEvent } from '../timeline/timeline.store.js';

/** Turning, enlarging and leafing within this time belong to one look. */
const ONE_LOOK_MINUTES = 30;

export interface Look {
  staffId: string;
  paper: { id: string; applicationId: string; kind: PaperKind };
  what: 'pages' | 'original';
  /** The officer has the paper open already: a picture of it, or a move within it. */
  isWithin: boolean;
}

/** Writes on the case that somebody looked at a paper: once for every opening (domain 6.7). */
@Injectable()
export class LookAtPaper {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run({ staffId, paper, what, isWithin }: Look): Promise<void> {
    const at = this.clock.now();
    const since = new Date(at.getTime() - ONE_LOOK_MINUTES * 60_000);
    const { applicationId, kind } = paper;
    const look = { applicationId, paperId: paper.id, staffId, since };
    if (isWithin && (await hasLookedSince(this.database.reader, look))) return;
    const occasion = { applicationId, actor: { kind: 'staff', id: staffId }, at } as const;
    const payload = { paperId: paper.id, kind, what };
    await this.unitOfWork.runSingle((tx) =>
      recordEvent(tx, occasion, { type: 'evidence-viewed', payload }),
    );
  }
}
