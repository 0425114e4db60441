import { randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { newId } from '../platform/database/new-id.js';
import { Database, UnitOfWork } from '../platform/database/transaction.js';
import { DailyCount } from '../platform/web/daily-count.js';
import { londonDateOf } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { SearchRate } from './search-rate.js';
import { readSearch } from './search-readings.rules.js';
import { type Found, findMatches } from './search.queries.js';
import { insertSearch, recordSearch } from './searches.store.js';

const KEPT_MS = 3_600_000;

/** Different cases found by one person in a day; more is no usual work, and is said in the log. */
export const MOST_FOUND_A_DAY = 300;

export type SearchOutcome = Outcome<
  {
    searchId: string;
    /** The one case whose whole reference was typed; else null. */
    caseId: string | null;
  },
  'nothing_typed' | 'too_often',
  { waitSeconds: number }
>;

/** Looks for what was typed, keeps what was found for an hour, and records that it was looked for. */
@Injectable()
export class RunSearch {
  readonly foundToday = new DailyCount(MOST_FOUND_A_DAY);
  private readonly log = new Logger('search');

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rate: SearchRate,
  ) {}

  async run({ staffId, typed }: { staffId: string; typed: string }): Promise<SearchOutcome> {
    const wait = await this.rate.count(staffId);
    if (wait !== null) return refuse('too_often', { waitSeconds: wait });
    if (typed === '') return refuse('nothing_typed', { waitSeconds: 0 });
    const readings = readSearch(typed);
    const found = await findMatches(this.database.reader, readings);
    // Random through and through: the id of a search tells nothing and cannot be guessed.
    const searchId = randomUUID();
    const at = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const expiresAt = new Date(at.getTime() + KEPT_MS);
      await insertSearch(tx, { id: searchId, staffId, typed, ...found, expiresAt });
      const kinds = readings.map(({ by }) => by);
      const { matches, isMore } = found;
      await recordSearch(tx, {
        ...{ id: newId(), staffId, at, kinds, results: matches.length, isMore },
      });
    });
    this.watch(staffId, found, at);
    return ok({ searchId, caseId: onlyCase(found) });
  }

  private watch(account: string, { matches }: Found, at: Date): void {
    const ids = matches.map(({ applicationId }) => applicationId);
    const found = this.foundToday.count(account, ids, londonDateOf(at));
    if (found !== null) this.log.error({ alarm: 'many-cases-searched', account, found });
  }
}

function onlyCase({ matches: [first, ...rest] }: Found): string | null {
  const isIt = first?.kind === 'reference' && rest.length === 0;
  return isIt ? first.applicationId : null;
}
