import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { isNextCaseChoice, type NextCaseChoice, USUAL_CHOICE } from './next-case-choice.rules.js';

export interface Team {
  id: string;
  name: string;
  version: number;
  permitTypes: string[];
  zones: string[];
}

export interface TeamWithMembers extends Team {
  members: { id: string; name: string }[];
}

interface TeamRow extends Omit<Team, 'permitTypes' | 'zones'> {
  permitTypes: string;
  zones: string;
}

const COLUMNS = 't.id, t.name, t.version, t.permit_types AS permitTypes, t.zones';

/** The teams somebody is in, by name. */
export async function teamsOf(reader: Reader, staffId: string): Promise<Team[]> {
  const rows = await readList<TeamRow>(reader, {
    columns: {
      ...{ id: 't.id', name: 't.name', version: 't.version' },
      ...{ permitTypes: 't.permit_types', zones: 't.zones' },
    },
    from: 'team_members m JOIN teams t ON t.id = m.team_id WHERE m.staff_id = ?',
    values: [staffId],
    order: 't.name',
  });
  return rows.map(asTeam);
}

/** Every team with its members, by name. */
export async function allTeams(reader: Reader): Promise<TeamWithMembers[]> {
  const rows: TeamRow[] = await reader.query(`SELECT ${COLUMNS} FROM teams t ORDER BY t.name`);
  const members: { teamId: string; id: string; name: string }[] = await reader.query(
    `SELECT m.team_id AS teamId, s.id, s.display_name AS name
       FROM team_members m JOIN staff_accounts s ON s.id = m.staff_id
      WHERE s.disabled_at IS NULL ORDER BY s.display_name, s.id`,
  );
  return rows.map((row) => ({
    ...asTeam(row),
    members: members
      .filter(({ teamId }) => teamId === row.id)
      .map(({ id, name }) => ({ id, name })),
  }));
}

/** Teams first, until somebody chooses otherwise. */
export async function nextCaseChoice(reader: Reader, staffId: string): Promise<NextCaseChoice> {
  const rows = await readList<{ choice: string }>(reader, {
    columns: { choice: 'choice' },
    from: 'next_case_choices WHERE staff_id = ?',
    values: [staffId],
  });
  const choice = rows[0]?.choice ?? '';
  return isNextCaseChoice(choice) ? choice : USUAL_CHOICE;
}

function asTeam({ permitTypes, zones, ...row }: TeamRow): Team {
  return { ...row, permitTypes: codes(permitTypes), zones: codes(zones) };
}

function codes(text: string): string[] {
  return text.split(' ').filter((code) => code !== '');
}
