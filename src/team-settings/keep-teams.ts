import { Injectable } from '@nestjs/common';
import { assignableStaff } from '../case-claims/assignable-staff.queries.js';
import { listPermitTypes } from '../permit-types/permit-types.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { isDuplicateKey } from '../platform/database/conditional-write.js';
import { type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { londonDateOf } from '../shared/london-date.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { deleteTeam, insertTeam, type TeamWritten, updateTeam } from '../teams/teams.store.js';
import { listZones } from '../zones/zones.queries.js';

interface TeamCommand extends Omit<TeamWritten, 'at'> {
  /** Null for a new team. */
  read: { id: string; version: number } | null;
}

export type TeamRefusal = 'changed' | 'name_taken' | 'not_in_list';

/** Adds, changes and ends teams. What they may name is read in the same transaction. */
@Injectable()
export class KeepTeams {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async save({ read, ...command }: TeamCommand): Promise<Outcome<unknown, TeamRefusal>> {
    const team = { ...command, at: this.clock.now() };
    try {
      return await this.unitOfWork.run(async (tx) => {
        if (!(await isKnown(tx, team))) return refuse('not_in_list');
        if (read === null) await insertTeam(tx, team);
        else if (!(await updateTeam(tx, read, team))) return refuse('changed');
        return ok();
      });
    } catch (error) {
      if (isDuplicateKey(error)) return refuse('name_taken');
      throw error;
    }
  }

  end(read: { id: string; version: number }): Promise<Outcome<unknown, 'changed'>> {
    return this.unitOfWork.run(async (tx) =>
      (await deleteTeam(tx, read)) ? ok() : refuse('changed'),
    );
  }
}

/** Nothing is kept that no page offers. */
async function isKnown(tx: Tx, team: TeamWritten): Promise<boolean> {
  const today = londonDateOf(team.at);
  const types = new Set((await listPermitTypes(tx, today)).map(({ code }) => code));
  const zones = new Set((await listZones(tx, today)).map(({ code }) => code));
  const staff = new Set((await assignableStaff(tx)).map(({ id }) => id));
  return (
    team.permitTypes.every((code) => types.has(code)) &&
    team.zones.every((code) => zones.has(code)) &&
    team.memberIds.every((id) => staff.has(id))
  );
}
