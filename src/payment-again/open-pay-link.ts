import { Injectable } from '@nestjs/common';
import { readPayLink } from '../payment-requests/pay-link.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { type Led, LinkVisits, type Visit } from '../platform/web/link-visits.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { type PayDesk, readPayDesk } from './pay-desk.queries.js';

interface Opened {
  desk: PayDesk;
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

  run(visit: Visit, token: string, address: string | undefined): Promise<Led<Opened, 'expired'>> {
    return this.visits.lead({ visit, address }, () => this.follow(token));
  }

  private async follow(token: string): Promise<Outcome<Opened, 'unknown' | 'expired'>> {
    const link = readPayLink(this.settings.LINK_SECRET, token, this.clock.now());
    if (!link.ok) return refuse(link.refusal);
    const desk = await readPayDesk(this.database.reader, link.id);
    // The officer's preview is signed too: only the link that was sent opens the request.
    return desk && isOf(desk, link.expiresAt) ? ok({ desk }) : refuse('unknown');
  }
}

/** A signed link carries whole seconds. */
function isOf({ request }: PayDesk, expiresAt: Date): boolean {
  return secondOf(request.linkExpiresAt) === secondOf(expiresAt);
}

function secondOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
