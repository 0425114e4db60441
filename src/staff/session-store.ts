import { type SessionData, Store } from 'express-session';
import type { Clock } from '../platform/clock/clock.js';
import type { Database } from '../platform/database/transaction.js';
import { secretHash } from '../platform/web/secret.js';
import {
  addSession,
  endSession,
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
    isKept?: true;
  }
}

interface StoreNeeds {
  database: Database;
  clock: Clock;
  idleMinutes: number;
  hours: number;
}

/** A page that waits for somebody to sign in is worth no more than this. */
const NOBODYS_SESSION_HOURS = 2;

/** Keeps sessions in `staff_sessions`. Losing Redis signs nobody out. */
export class StaffSessionStore extends Store {
  constructor(private readonly needs: StoreNeeds) {
    super();
  }

  override get(id: string, done: (error: unknown, session?: SessionData | null) => void): void {
    const { database, clock, idleMinutes } = this.needs;
    liveSession(database.reader, secretHash(id), { now: clock.now(), idleMinutes }).then(
      (content) => done(null, content === null ? null : { ...JSON.parse(content), isKept: true }),
      done,
    );
  }

  override set(id: string, session: SessionData, done?: (error?: unknown) => void): void {
    this.write(id, session).then(() => done?.(), done);
  }

  override touch(id: string, _session: SessionData, done?: (error?: unknown) => void): void {
    const { database, clock } = this.needs;
    noteSessionSeen(database.reader, secretHash(id), clock.now()).then(() => done?.(), done);
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    endSession(this.needs.database.reader, secretHash(id)).then(() => done?.(), done);
  }

  private async write(id: string, session: SessionData): Promise<void> {
    const { database, clock, hours } = this.needs;
    const { isKept, ...content } = session;
    const row = {
      idHash: secretHash(id),
      accountId: session.accountId ?? null,
      content: JSON.stringify(content),
    };
    if (isKept) return rewriteSession(database.reader, row);
    const now = clock.now();
    const lasts = session.accountId ? hours : NOBODYS_SESSION_HOURS;
    const expiresAt = new Date(now.getTime() + lasts * 3_600_000);
    await addSession(database.reader, row, { now, expiresAt });
  }
}
