import { Injectable } from '@nestjs/common';
import type { EvidencePaper } from '../evidence/evidence.store.js';
import { findLinkedPaper } from '../evidence/linked-files.queries.js';
import { isOpenToOfficers } from '../evidence/virus-check.rules.js';
import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import {
  type FileLinkPurpose,
  type OpenedFileLink,
  readFileLink,
} from '../platform/files/file-link.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { liveSessionHashes } from '../staff/live-sessions.queries.js';
import { mayDo } from '../staff/permissions.rules.js';
import { activeStaff } from '../staff/staff-accounts.queries.js';
import type { LinkRefusal } from './link-refusals.js';

/** `account`: whose link it is; null when the link does not even say that. */
export type LinkChecked = Outcome<
  { link: OpenedFileLink; paper: EvidencePaper; at: Date },
  LinkRefusal,
  { account: string | null }
>;

/**
 * Whether a link opens its file now: signed by us, not a minute old, and the person it was made for
 * still signed in and still allowed. All of that is read anew, so that a change applies at once.
 */
@Injectable()
export class CheckLink {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async run(purpose: FileLinkPurpose, token: string): Promise<LinkChecked> {
    const at = this.clock.now();
    const link = readFileLink(this.settings.LINK_SECRET, token, at);
    if (!link.ok) return refuse(link.refusal, { account: null });
    const account = link.holderId;
    if (link.purpose !== purpose) return refuse('altered', { account });
    const staff = await activeStaff(this.database.reader, account);
    if (!staff) return refuse('account_ended', { account });
    if (!(await this.isSignedIn(link, at))) return refuse('session_ended', { account });
    const paper = await findLinkedPaper(this.database.reader, link.fileId);
    if (!paper || !isOpenToOfficers(paper.virusCheck)) return refuse('file_gone', { account });
    const isHealth = paperKindTerms(paper.kind).isHealth;
    const may = mayDo(staff.role, 'see-evidence');
    const mayHealth = !isHealth || mayDo(staff.role, 'see-health-evidence');
    return may && mayHealth ? ok({ link, paper, at }) : refuse('not_allowed', { account });
  }

  /** In the very session in which the link was made: signing in again does not revive it. */
  private async isSignedIn(link: OpenedFileLink, now: Date): Promise<boolean> {
    const limits = { now, idleMinutes: this.settings.SESSION_IDLE_MINUTES };
    const sessions = await liveSessionHashes(this.database.reader, link.holderId, limits);
    return sessions.some((hash) => link.isOfSession(hash));
  }
}
