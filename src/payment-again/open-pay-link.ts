import { Injectable } from '@nestjs/common';
import { readPayLink } from '../payment-requests/pay-link.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { LinkVisits, type Visit } from '../platform/web/link-visits.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { type PayDesk, readPayDesk } from './pay-desk.queries.js';

type Opened = Outcome<{ desk: PayDesk }, 'unknown' | 'expired'> | Waiting;
interface Waiting {
  ok: false;
  refusal: 'wait';
  seconds: number;
}

/** Checks a link before anything else happens; forged and unknown ones are told apart by nobody. */
@Injectable()
export class OpenPayLink {
  constructor(
    private readonly visits: LinkVisits,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async run(visit: Visit, token: string, address: string | undefined): Promise<Opened> {
    const seconds = await this.visits.count(visit, address);
    if (seconds !== null) return { ok: false, refusal: 'wait', seconds };
    const link = readPayLink(this.settings.LINK_SECRET, token, this.clock.now());
    if (link.ok) {
      const desk = await readPayDesk(this.database.reader, link.id);
      // The officer's preview is signed too: only the link that was sent opens the request.
      if (desk && isOf(desk, link.expiresAt)) return ok({ desk });
    } else if (link.refusal === 'expired') return refuse('expired');
    const guessed = await this.visits.count('wrong', address);
    return guessed === null ? refuse('unknown') : { ok: false, refusal: 'wait', seconds: guessed };
  }
}

/** A signed link carries whole seconds. */
function isOf({ request }: PayDesk, expiresAt: Date): boolean {
  return secondOf(request.linkExpiresAt) === secondOf(expiresAt);
}

function secondOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
