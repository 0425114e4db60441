import { Injectable } from '@nestjs/common';
import {
  type Application,
  lockApplication,
  lockNextFree,
  type NextWanted,
} from '../applications/applications.store.js';
import type { ApplicationStatus } from '../applications/application-status.rules.js';
import {
  type ClaimRefusal,
  decideClaim,
  decideRelease,
  type ReleaseRefusal,
} from '../case-claims/claim.rules.js';
import { giveBackCase, takeCase } from '../case-claims/take-case.js';
import { conflictsWith, interestsOf } from '../conflicts-of-interest/conflicts.queries.js';
import { hasDecided } from '../decisions/decisions.store.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { readingTogether } from '../platform/database/read-together.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { whereToLook } from '../teams/next-case-choice.rules.js';
import { nextCaseChoice, teamsOf } from '../teams/teams.queries.js';

interface ClaimCommand {
  applicationId: string;
  officer: CurrentStaff;
  seenVersion: number;
}

/** Claims, releases, and hands out the next case. One officer holds a case at a time (R-ST-2). */
@Injectable()
export class ClaimCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  claim(command: ClaimCommand): Promise<Outcome<unknown, ClaimRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, command.applicationId);
      if (!application) return refuse('stale');
      const decided = decideClaim({
        application,
        ...command,
        hasDecided: await hasDecided(tx, application.id, command.officer.id),
        now: this.clock.now(),
      });
      if (!decided.ok) return decided;
      await this.take(tx, application, command.officer, decided.status);
      return ok();
    });
  }

  release(command: ClaimCommand): Promise<Outcome<unknown, ReleaseRefusal>> {
    return this.unitOfWork.run(async (tx) => {
      const application = await lockApplication(tx, command.applicationId);
      if (!application) return refuse('stale');
      const decided = decideRelease({ application, ...command });
      if (!decided.ok) return decided;
      const { status } = decided;
      await giveBackCase(tx, application, {
        byId: command.officer.id,
        status,
        at: this.clock.now(),
      });
      return ok();
    });
  }

  /** The free case most at risk: its hold ends soonest, then it is the oldest. Null: none waits. */
  claimNext(officer: CurrentStaff): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => {
      const application = await lockNextFor(tx, officer, this.clock.now());
      if (!application) return null;
      await this.take(tx, application, officer, 'in_review');
      return application.reference;
    });
  }

  private take(
    tx: Tx,
    application: Application,
    officer: CurrentStaff,
    status: ApplicationStatus,
  ): Promise<void> {
    return takeCase(tx, application, {
      holderId: officer.id,
      byId: officer.id,
      status,
      at: this.clock.now(),
      leaseMinutes: this.settings.CLAIM_MINUTES,
      event: { type: 'case-claimed', payload: {} },
    });
  }
}

/** From the officer's teams first or only, as chosen; else from all. */
async function lockNextFor(tx: Tx, officer: CurrentStaff, now: Date): Promise<Application | null> {
  const reader = readingTogether(tx);
  const [interests, choice, own] = await Promise.all([
    interestsOf(reader, officer.id, now),
    nextCaseChoice(reader, officer.id),
    teamsOf(reader, officer.id),
  ]);
  for (const teams of whereToLook(own, choice)) {
    const application = await lockNextAmong(tx, officer, { now, teams }, interests);
    if (application) return application;
  }
  return null;
}

/**
 * Cases that touch this officer's interests are left to colleagues (R-COI-1), and so are those he
 * decided in an earlier round (R-ST-3).
 */
async function lockNextAmong(
  tx: Tx,
  officer: CurrentStaff,
  { now, teams }: { now: Date; teams: NextWanted['teams'] },
  interests: Awaited<ReturnType<typeof interestsOf>>,
): Promise<Application | null> {
  const passedOver: string[] = [];
  for (;;) {
    const application = await lockNextFree(tx, now, { teams, passedOver });
    if (!application) return null;
    const isTouched = (await conflictsWith(tx, application, interests)).length > 0;
    if (!isTouched && !(await hasDecided(tx, application.id, officer.id))) return application;
    passedOver.push(application.id);
  }
}
