import { countWritten } from '../platform/database/conditional-write.js';
import { newId } from '../platform/database/new-id.js';
import type { Tx } from '../platform/database/transaction.js';
import type { NextCaseChoice, TeamScope } from './next-case-choice.rules.js';

export interface TeamWritten extends TeamScope {
  name: string;
  memberIds: readonly string[];
  changedBy: string;
  at: Date;
}

/** @throws when another team has the name; `isDuplicateKey` recognises it. */
export async function insertTeam(tx: Tx, team: TeamWritten): Promise<string> {
  const id = newId();
  await tx.query(
    `INSERT INTO teams (id, name, version, permit_types, zones, changed_by, changed_at)
     VALUES (?, ?, 1, ?, ?, ?, ?)`,
    [id, team.name, team.permitTypes.join(' '), team.zones.join(' '), team.changedBy, team.at],
  );
  await writeMembers(tx, id, team.memberIds);
  return id;
}

/** False when somebody changed the team meanwhile. */
export async function updateTeam(
  tx: Tx,
  read: { id: string; version: number },
  team: TeamWritten,
): Promise<boolean> {
  const written = await countWritten(
    tx,
    `UPDATE teams SET name = ?, version = version + 1, permit_types = ?, zones = ?,
            changed_by = ?, changed_at = ? WHERE id = ? AND version = ?`,
    [
      ...[team.name, team.permitTypes.join(' '), team.zones.join(' '), team.changedBy, team.at],
      ...[read.id, read.version],
    ],
  );
  if (written !== 1) return false;
  await tx.query('DELETE FROM team_members WHERE team_id = ?', [read.id]);
  await writeMembers(tx, read.id, team.memberIds);
  return true;
}

/** False when somebody changed the team meanwhile. */
export async function deleteTeam(tx: Tx, read: { id: string; version: number }): Promise<boolean> {
  await tx.query(
    'DELETE m FROM team_members m JOIN teams t ON t.id = m.team_id WHERE t.id = ? AND t.version = ?',
    [read.id, read.version],
  );
  const removed = await countWritten(tx, 'DELETE FROM teams WHERE id = ? AND version = ?', [
    read.id,
    read.version,
  ]);
  return removed === 1;
}

async function writeMembers(tx: Tx, teamId: string, staffIds: readonly string[]): Promise<void> {
  for (const staffId of new Set(staffIds)) {
    await tx.query('INSERT INTO team_members (team_id, staff_id) VALUES (?, ?)', [teamId, staffId]);
  }
}

export async function saveNextCaseChoice(
  tx: Tx,
  staffId: string,
  choice: NextCaseChoice,
): Promise<void> {
  await tx.query(
    `INSERT INTO next_case_choices (staff_id, choice) VALUES (?, ?)
     ON DUPLICATE KEY UPDATE choice = VALUES(choice)`,
    [staffId, choice],
  );
}
