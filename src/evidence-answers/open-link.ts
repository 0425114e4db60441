import { Injectable } from '@nestjs/common';
import { isLinkOf, readLink } from '../evidence-requests/signed-link.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { type AnswerDesk, readAnswerDesk } from './answer.queries.js';
import { type Led, LinkVisits, type Visit } from '../platform/web/link-visits.js';

interface Opened {
  desk: AnswerDesk;
}

/** Checks a link before anything else happens; forged and unknown ones are told apart by nobody. */
@Injectable()
export class OpenLink {
  constructor(
    private readonly visits: LinkVisits,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  run(visit: Visit, token: string, address: string | undefined): Promise<Led<Opened, 'expired'>> {
    return this.visits.lead({ visit, address }, () => this.follow(token));
  }

  private async follow(token: string): Promise<Outcome<Opened, 'unknown' | 'expired'>> {
    const link = readLink(this.settings.LINK_SECRET, token, this.clock.now());
    if (!link.ok) return refuse(link.refusal);
    const desk = await readAnswerDesk(this.database.reader, link.requestId);
    // The officer's preview is signed too: only the link that was sent opens the request.
    return desk && isLinkOf(desk.request, link.expiresAt) ? ok({ desk }) : refuse('unknown');
  }

  /** The same request read again, after something was written. */
  async again({ request }: AnswerDesk): Promise<AnswerDesk> {
    const desk = await readAnswerDesk(this.database.reader, request.id);
    if (!desk) throw new Error('The request was read before and is gone.');
    return desk;
  }
}
