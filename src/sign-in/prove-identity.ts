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
import { type GuessLimit, guessLimits, networkOf } from './sign-in-wait.rules.js';

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

interface Bucket {
  key: string;
  limit: GuessLimit;
}

/** Where a guess counts; the first that is full makes it wait. */
interface Buckets {
  counted: readonly Bucket[];
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
    const until = await this.count(buckets, now);
    if (until) return { ok: false, refusal: 'wait', until };
    const matches = await passwordMatches(claim.password, account?.passwordHash ?? null);
    if (!matches || !account || account.isDisabled) return refuse('not_recognised');
    await this.unitOfWork.run((tx) => settle(tx, buckets, now));
    return ok({ accountId: account.id });
  }

  /** Counts the guess everywhere it counts; the instant to wait for, or null when it may be looked at. */
  private async count({ counted }: Buckets, now: Date): Promise<Date | null> {
    for (const { key, limit } of counted) {
      // One short transaction each: twenty guesses at once queue for one row, never for several.
      const answer = await this.unitOfWork.run((tx) => countGuess(tx, key, limit, now));
      if (!answer.ok) return answer.until;
    }
    return null;
  }

  private async buckets(claim: Claim, accountId: string | null, now: Date): Promise<Buckets> {
    const tokenHash = secretHash(claim.browserSecret ?? '');
    const isTrusted =
      claim.browserSecret !== null &&
      accountId !== null &&
      (await isTrustedBrowser(this.database.reader, { tokenHash, accountId }, now));
    return isTrusted
      ? { counted: [bucket('browser', tokenHash, guessLimits.trustedBrowser)], isTrusted }
      : { counted: strangersBuckets(claim), isTrusted };
  }
}

/** From one network at one account; at the account from everywhere; from the network at anybody. */
function strangersBuckets({ email, address }: Claim): Bucket[] {
  const network = networkOf(address);
  return [
    bucket('account from network', `${email}\n${network}`, guessLimits.strangers),
    bucket('account', email, guessLimits.wholeAccount),
    bucket('address', network, guessLimits.address),
  ];
}

/** It was no guess after all. */
async function settle(tx: Tx, { counted, isTrusted }: Buckets, now: Date): Promise<void> {
  const keys = counted.map(({ key }) => key);
  if (isTrusted) await forgetGuesses(tx, keys);
  else for (const key of keys) await returnGuess(tx, key);
  await forgetOldGuesses(tx, new Date(now.getTime() - 24 * 3_600_000));
}

/** Addresses of people and machines stand in the table only as a hash. */
function bucket(kind: string, of: string, limit: GuessLimit): Bucket {
  return { key: createHash('sha256').update(`${kind}\n${of}`).digest('hex'), limit };
}
