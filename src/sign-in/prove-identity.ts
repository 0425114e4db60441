import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Database, type Tx, UnitOfWork } from '../platform/database/transaction.js';
import { secretHash } from '../platform/web/secret.js';
import { ok, type Outcome, refuse } from '../shared/outcome.js';
import { passwordMatches } from '../staff/password-hash.js';
import { accountToProve } from '../staff/staff-accounts.queries.js';
import { isTrustedBrowser } from '../staff/trusted-browsers.store.js';
import {
  countGuess,
  forgetGuesses,
  forgetOldGuesses,
  returnGuess,
} from './sign-in-guesses.store.js';
import { guessLimits } from './sign-in-wait.rules.js';

/** What somebody offers to prove who they are, and from where. */
export interface Claim {
  email: string;
  password: string;
  /** The network address the claim came from. */
  address: string;
  /** The secret of a browser that was signed in before, or null. */
  browserSecret: string | null;
}

export type Proof = Outcome<{ accountId: string }, 'not_recognised'> | Wait;
interface Wait {
  ok: false;
  refusal: 'wait';
  until: Date;
}

interface Buckets {
  account: string;
  /** Null for a trusted browser: an office of them does not wait for a stranger's guesses. */
  address: string | null;
  isTrusted: boolean;
}

/**
 * First step of signing in: who is it? An unknown address, a wrong password and a disabled account
 * get the same answer after the same work. A second proof would be a further step between this
 * one and `OpenSession`; single sign-on would take the place of this one.
 */
@Injectable()
export class ProveIdentity {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(claim: Claim): Promise<Proof> {
    const email = claim.email.toLowerCase();
    const now = this.clock.now();
    const account = await accountToProve(this.database.reader, email);
    const buckets = await this.buckets({ ...claim, email }, account?.id ?? null, now);
    const counted = await this.unitOfWork.run((tx) => count(tx, buckets, now));
    if (counted) return { ok: false, refusal: 'wait', until: counted };
    const matches = await passwordMatches(claim.password, account?.passwordHash ?? null);
    if (!matches || !account || account.isDisabled) return refuse('not_recognised');
    await this.unitOfWork.run((tx) => settle(tx, buckets, now));
    return ok({ accountId: account.id });
  }

  private async buckets(claim: Claim, accountId: string | null, now: Date): Promise<Buckets> {
    const tokenHash = secretHash(claim.browserSecret ?? '');
    const isTrusted =
      claim.browserSecret !== null &&
      accountId !== null &&
      (await isTrustedBrowser(this.database.reader, { tokenHash, accountId }, now));
    if (isTrusted) return { account: bucket('browser', tokenHash), address: null, isTrusted };
    return {
      account: bucket('account', claim.email),
      address: bucket('address', claim.address),
      isTrusted,
    };
  }
}

/** Counts the guess everywhere it counts; the instant to wait for, or null when it may be looked at. */
async function count(tx: Tx, buckets: Buckets, now: Date): Promise<Date | null> {
  const limit = buckets.isTrusted ? guessLimits.trustedBrowser : guessLimits.strangers;
  const atAccount = await countGuess(tx, buckets.account, limit, now);
  if (!atAccount.ok) return atAccount.until;
  if (!buckets.address) return null;
  const fromAddress = await countGuess(tx, buckets.address, guessLimits.address, now);
  return fromAddress.ok ? null : fromAddress.until;
}

/** It was no guess after all. */
async function settle(tx: Tx, buckets: Buckets, now: Date): Promise<void> {
  if (buckets.isTrusted) await forgetGuesses(tx, [buckets.account]);
  else await returnGuess(tx, buckets.account);
  if (buckets.address) await returnGuess(tx, buckets.address);
  await forgetOldGuesses(tx, new Date(now.getTime() - 24 * 3_600_000));
}

/** Addresses of people and machines stand in the table only as a hash. */
function bucket(kind: string, key: string): string {
  return createHash('sha256').update(`${kind}\n${key}`).digest('hex');
}
