import { Injectable } from '@nestjs/common';
import { isLinkOf, readLink } from '../evidence-requests/signed-link.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { type AnswerDesk, readAnswerDesk } from './answer.queries.js';
import { LinkVisits, type Visit } from '../platform/web/link-visits.js';

type Opened = Outcome<{ desk: AnswerDesk }, 'unknown' | 'expired'> | Waiting;
interface Waiting {
  ok: false;
  refusal: 'wait';
  seconds: number;
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

  async run(visit: Visit, token: string, address: string | undefined): Promise<Opened> {
    const seconds = await this.visits.count(visit, address);
    if (seconds !== null) return { ok: false, refusal: 'wait', seconds };
    const link = readLink(this.settings.LINK_SECRET, token, this.clock.now());
    if (link.ok) {
      const desk = await readAnswerDesk(this.database.reader, link.requestId);
      // The officer's preview is signed too: only the link that was sent opens the request.
      if (desk && isLinkOf(desk.request, link.expiresAt)) return ok({ desk });
    } else if (link.refusal === 'expired') return refuse('expired');
    const guessed = await this.visits.count('wrong', address);
    return guessed === null ? refuse('unknown') : { ok: false, refusal: 'wait', seconds: guessed };
  }

  /** The same request read again, after something was written. */
  async again({ request }: AnswerDesk): Promise<AnswerDesk> {
    const desk = await readAnswerDesk(this.database.reader, request.id);
    if (!desk) throw new Error('The request was read before and is gone.');
    return desk;
  }
}
