import { Injectable } from '@nestjs/common';
import { findRequest } from '../evidence-requests/evidence-requests.store.js';
import { isLinkOf, readLink } from '../evidence-requests/signed-link.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type Led, LinkVisits } from '../platform/web/link-visits.js';
import { readStatusToken } from '../platform/web/status-link.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { type ResidentCase, readResidentCase } from './resident-case.queries.js';

interface Opened {
  found: ResidentCase;
}

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

  run(token: string, address: string | undefined): Promise<Led<Opened, never>> {
    return this.visits.lead({ visit: 'look', address }, () => this.follow(token));
  }

  private async follow(token: string): Promise<Outcome<Opened, 'unknown'>> {
    const applicationId = await this.applicationBehind(token);
    if (applicationId === null) return refuse('unknown');
    const found = await readResidentCase(this.database.reader, applicationId, this.clock.now());
    return found ? ok({ found }) : refuse('unknown');
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
