import { instant } from '../platform/database/lists.js';
import { readList } from '../platform/database/read-together.js';
import type { Reader } from '../platform/database/transaction.js';
import { type Actor, SUPERVISION_TYPES, type TimelineEvent } from './timeline-events.rules.js';

export type TimelineRow = TimelineEvent & {
  id: string;
  happenedAt: Date;
  actorKind: Actor['kind'];
  /** The person's or client's name; null for the resident and the system. */
  actorName: string | null;
};

interface RawRow {
  id: string;
  type: TimelineEvent['type'];
  happenedAt: Date;
  actorKind: Actor['kind'];
  actorName: string | null;
  payload: string;
}

/** The whole timeline of a case, newest first. */
export function timelineOf(reader: Reader, applicationId: string): Promise<TimelineRow[]> {
  return read(reader, 'e.application_id = ?', [applicationId]);
}

/** Whether something of this kind ever happened to the case. */
export async function isNoted(
  reader: Reader,
  applicationId: string,
  type: TimelineEvent['type'],
): Promise<boolean> {
  const rows = await readList<{ type: string }>(reader, {
    columns: { type: 'type' },
    from: 'timeline_events WHERE application_id = ? AND type = ?',
    values: [applicationId, type],
    limit: 1,
  });
  return rows.length > 0;
}

const FOR_EVERYBODY = `e.type NOT IN (${SUPERVISION_TYPES.map((type) => `'${type}'`).join(', ')})`;

/** What happened to a case after that instant, newest first; nothing that only supervisors see. */
export function timelineSince(
  reader: Reader,
  applicationId: string,
  after: Date,
): Promise<TimelineRow[]> {
  return read(reader, `e.application_id = ? AND e.happened_at > ? AND ${FOR_EVERYBODY}`, [
    applicationId,
    after,
  ]);
}

async function read(reader: Reader, where: string, values: unknown[]): Promise<TimelineRow[]> {
  const rows = await readList<RawRow>(reader, {
    columns: {
      ...{ id: 'e.id', type: 'e.type', happenedAt: instant('e.happened_at') },
      ...{ actorKind: 'e.actor_kind', actorName: 'COALESCE(s.display_name, c.name)' },
      payload: 'e.payload',
    },
    from: `timeline_events e
       LEFT JOIN staff_accounts s ON e.actor_kind = 'staff' AND s.id = e.actor_id
       LEFT JOIN api_clients c ON e.actor_kind = 'client' AND c.id = e.actor_id
      WHERE ${where}`,
    values,
    order: 'e.happened_at DESC, e.id DESC',
  });
  return rows.map((row) => ({ ...row, payload: JSON.parse(row.payload) }) as TimelineRow);
}
