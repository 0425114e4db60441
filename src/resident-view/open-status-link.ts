import { Injectable } from '@nestjs/common';
import { findRequest } from '../evidence-requests/evidence-requests.store.js';
import { isLinkOf, readLink } from '../evidence-requests/signed-link.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { LinkVisits } from '../platform/web/link-visits.js';
import { readStatusToken } from '../platform/web/status-link.js';
import { type ResidentCase, readResidentCase } from './resident-case.queries.js';

type Opened =
  { ok: true; found: ResidentCase } | { ok: false; refusal: 'none' | 'wait'; seconds: number };

/**
 * Checks a resident's link before anything else happens. Two kinds open this page: the one that most
 * letters carry, and the one that asks for a paper. Forged, unknown and over are told apart by nobody.
 */
@Injectable()
export class OpenStatusLink {
  constructor(
    private readonly visits: LinkVisits,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async run(token: string, address: string | undefined): Promise<Opened> {
    const seconds = await this.visits.count('look', address);
    if (seconds !== null) return { ok: false, refusal: 'wait', seconds };
    const applicationId = await this.applicationBehind(token);
    const { reader } = this.database;
    const now = this.clock.now();
    const found =
      applicationId === null ? null : await readResidentCase(reader, applicationId, now);
    if (found) return { ok: true, found };
    const guessed = await this.visits.count('wrong', address);
    return guessed === null
      ? { ok: false, refusal: 'none', seconds: 0 }
      : { ok: false, refusal: 'wait', seconds: guessed };
  }

  private async applicationBehind(token: string): Promise<string | null> {
    const secret = this.settings.LINK_SECRET;
    const now = this.clock.now();
    const status = readStatusToken(secret, token, now);
    if (status.ok) return status.id;
    const papers = readLink(secret, token, now);
    if (!papers.ok) return null;
    const request = await findRequest(this.database.reader, papers.requestId);
    return request && isLinkOf(request, papers.expiresAt) ? request.applicationId : null;
  }
}
