import { Injectable } from '@nestjs/common';
import { CheckPaper } from './check-paper.js';
import { LookAtPaper } from './look-at-paper.js';

/** What an officer does to a paper that lies open. */
@Injectable()
export class PaperActs {
  constructor(
    readonly check: CheckPaper,
    readonly look: LookAtPaper,
  ) {}
}
