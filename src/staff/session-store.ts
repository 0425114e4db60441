import { type SessionData, Store } from 'express-session';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/transaction.js';
import { secretHash } from '../platform/web/secret.js';
import {
  addSession,
  endSession,
  type LiveSession,
  liveSession,
  noteSessionSeen,
  rewriteSession,
} from './staff-sessions.store.js';

declare module 'express-session' {
  interface SessionData {
    /** The account that is signed in. */
    accountId?: string;
    /** Milliseconds; the absolute limit counts from here. */
    signedInAt?: number;
    /** Set on what came from the database: such a session is only ever updated, never put back. */
    kept?: KeptSession;
  }
}

/** What was read with the session; it is no part of what is written. */
export type KeptSession = Pick<LiveSession, 'lastSeenAt' | 'staff' | 'shortcuts'>;

interface StoreNeeds {
  database: Database;
  clock: Clock;
  idleMinutes: number;
  hours: number;
}

/** A page that waits for somebody to sign in is worth no more than this. */
const NOBODYS_SESSION_HOURS = 2;

/**
 * Keeps sessions in `staff_sessions`. Losing Redis signs nobody out. That one is used is noted when
 * it is read: a store that is `touch`ed afterwards has every answer sent in two pieces.
 */
export class StaffSessionStore extends Store {
  constructor(private readonly needs: StoreNeeds) {
    super();
  }

  override get(id: string, done: Done<SessionData | null>): void {
    answer(this.read(id), done);
  }

  override set(id: string, session: SessionData, done?: Done): void {
    answer(this.write(id, session), done);
  }

  override destroy(id: string, done?: Done): void {
    answer(endSession(this.needs.database.reader, secretHash(id)), done);
  }

  private async read(id: string): Promise<SessionData | null> {
    const { database, clock, idleMinutes } = this.needs;
    const now = clock.now();
    const live = await liveSession(database.reader, secretHash(id), { now, idleMinutes });
    if (live === null) return null;
    const { content, ...kept } = live;
    await noteSessionSeen(database.reader, secretHash(id), { now, lastSeenAt: kept.lastSeenAt });
    return { ...(JSON.parse(content) as SessionData), kept };
  }

  private async write(id: string, session: SessionData): Promise<void> {
    const { database, clock, hours } = this.needs;
    const { kept, ...content } = session;
    const row = {
      idHash: secretHash(id),
      accountId: session.accountId ?? null,
      content: JSON.stringify(content),
    };
    if (kept) return rewriteSession(database.reader, row);
    const now = clock.now();
    const lasts = session.accountId ? hours : NOBODYS_SESSION_HOURS;
    const expiresAt = new Date(now.getTime() + lasts * 3_600_000);
    await addSession(database.reader, row, { now, expiresAt });
  }
}

type Done<T = void> = (error: unknown, result?: T) => void;

function answer<T>(work: Promise<T>, done?: Done<T>): void {
  work.then(
    (result) => done?.(null, result),
    (error: unknown) => done?.(error),
  );
}
