import { Injectable } from '@nestjs/common';
import { lockApplication, touchApplication } from '../applications/applications.store.js';
import { Clock } from '../platform/clock/clock.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { FileStore } from '../platform/files/file-store.js';
import { recordEvent } from '../timeline/timeline.store.js';
import type { EvidencePaper } from './evidence.store.js';
import { isRefusedPaper, type VirusCheck } from './virus-check.rules.js';
import {
  concludeLateVirusCheck,
  concludeVirusCheck,
  putOffLateVirusCheck,
  shredPaper,
} from './virus-checks.store.js';

interface Concluding {
  paper: EvidencePaper;
  check: VirusCheck;
  write: typeof concludeVirusCheck;
}

/** Writes what a virus check came to; the files of a refused paper are shredded. */
@Injectable()
export class ConcludeVirusCheck {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  async run(paper: EvidencePaper, check: VirusCheck): Promise<void> {
    const left = await this.unitOfWork.run((tx) =>
      this.conclude(tx, { paper, check, write: concludeVirusCheck }),
    );
    await Promise.all(left.map((name) => this.store.remove(name)));
  }

  /** For a paper that was let through before there was a scanner. */
  async late(paper: EvidencePaper, check: 'clean' | 'infected'): Promise<void> {
    const left = await this.unitOfWork.run((tx) =>
      this.conclude(tx, { paper, check, write: concludeLateVirusCheck }),
    );
    await Promise.all(left.map((name) => this.store.remove(name)));
  }

  async putOffLate(paper: EvidencePaper): Promise<void> {
    await this.unitOfWork.run((tx) => putOffLateVirusCheck(tx, paper.id, this.clock.now()));
  }

  /** A worker was killed between shredding and clearing away. */
  async clearAway(paper: EvidencePaper): Promise<void> {
    await this.store.remove(paper.storageName);
  }

  /** Names of what still lies in the store and is of no use any more. */
  private async conclude(tx: Tx, { paper, check, write }: Concluding): Promise<string[]> {
    const at = this.clock.now();
    const application = await lockApplication(tx, paper.applicationId);
    if (!application) return [];
    if (!(await write(tx, paper.id, { check, at }))) return [];
    const { id: paperId, kind } = paper;
    const occasion = { applicationId: application.id, actor: { kind: 'system' }, at } as const;
    // What an officer has open stays as it is where a paper that was open is found clean.
    if (write === concludeVirusCheck || check !== 'clean') await touchApplication(tx, application);
    if (!isRefusedPaper(check)) {
      const payload = { paperId, kind, outcome: check };
      await recordEvent(tx, occasion, { type: 'evidence-scanned', payload });
      return [];
    }
    const payload = { paperId, kind, because: check };
    await recordEvent(tx, occasion, { type: 'evidence-refused', payload });
    return shredPaper(tx, paper.id);
  }
}
