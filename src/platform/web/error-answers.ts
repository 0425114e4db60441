import { HttpException } from '@nestjs/common';
import { StaleWrite } from '../database/conditional-write.js';
import { CommitOutcomeUnknown } from '../database/typeorm-unit-of-work.js';

/** What a person or a client is told. Never the text of an error we did not write. */
export interface ErrorAnswer {
  status: number;
  title: string;
  lines: string[];
  /** Seconds after which trying again makes sense, or null. */
  retryAfter: number | null;
  /** Whether the log must say more than the access log does. */
  isOurFault: boolean;
}

type Wording = Pick<ErrorAnswer, 'title' | 'lines'>;

const wordings: Record<number, Wording> = {
  400: {
    title: 'We could not read that request',
    lines: ['Go back to the page you came from and try again.'],
  },
  401: { title: 'Sign in to go on', lines: ['This page is for people who are signed in.'] },
  403: {
    title: 'You cannot do this',
    lines: [
      'Your role does not allow it, or the request did not come from a page of this service.',
    ],
  },
  404: {
    title: 'Page not found',
    lines: [
      'If you typed the address, check it is right. If you pasted it, check you copied all of it.',
    ],
  },
  405: {
    title: 'This address does not work that way',
    lines: ['Go back to the page you came from and try again.'],
  },
  409: {
    title: 'This changed while you were working on it',
    lines: ['Somebody else saved a change first. Go back, load the page again and look at it.'],
  },
  413: { title: 'That is too large', lines: ['Send less at once and try again.'] },
  414: { title: 'That address is too long', lines: ['Go back and try again with fewer filters.'] },
  415: {
    title: 'We cannot take that kind of content',
    lines: ['Go back to the page you came from and try again.'],
  },
  422: { title: 'Something needs putting right', lines: ['Go back and check what you entered.'] },
  429: { title: 'Too many requests', lines: ['Wait a moment and try again.'] },
  503: {
    title: 'Permit Desk is not available right now',
    lines: ['Nothing was changed. Wait a minute and try again.'],
  },
};

const ours: Wording = {
  title: 'Sorry, something went wrong',
  lines: ['Try again. If it happens again, tell support and give them the page reference.'],
};

const unknownCommit: Wording = {
  title: 'We do not know whether your change was saved',
  lines: ['The database did not answer in time. Look at the case before you do anything again.'],
};

export function answerTo(error: unknown): ErrorAnswer {
  if (error instanceof CommitOutcomeUnknown) return answer(503, unknownCommit, true);
  if (error instanceof StaleWrite) return answer(409);
  if (isUnreachable(error)) return answer(503, undefined, true);
  const status = statusOf(error);
  if (status === null || status >= 500) {
    return status === 503 ? answer(503, undefined, true) : answer(500, ours, true);
  }
  return answer(status);
}

function answer(status: number, wording?: Wording, isOurFault = false): ErrorAnswer {
  const { title, lines } = wording ?? wordings[status] ?? wordings[400] ?? ours;
  return { status, title, lines, retryAfter: status === 503 ? 30 : null, isOurFault };
}

/** Our own exceptions, and those of the body readers, which carry a `status` too. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = isObject(error) && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ETIMEDOUT',
  'ENOENT',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'ER_CON_COUNT_ERROR',
  'ER_SERVER_SHUTDOWN',
  'ER_LOCK_WAIT_TIMEOUT',
  'ER_LOCK_DEADLOCK',
  'POOL_EXHAUSTED',
  'ER_OPTION_PREVENTS_STATEMENT',
  'ER_READ_ONLY_MODE',
  'ER_RECORD_FILE_FULL',
  'ER_DISK_FULL',
  'ER_ERROR_ON_WRITE',
  'ER_QUERY_INTERRUPTED',
]);

/** The database is away, full or shutting down; a statement of ours is not at fault. */
function isUnreachable(error: unknown): boolean {
  if (!isObject(error)) return false;
  const code: unknown = 'code' in error ? error.code : null;
  const syscall: unknown = 'syscall' in error ? error.syscall : null;
  if (code === 'ENOENT' && syscall !== 'connect') return false;
  if (typeof code === 'string' && UNREACHABLE.has(code)) return true;
  const message = 'message' in error ? String(error.message) : '';
  return /^(Error: )?(Queue limit reached|Pool is closed|Can't add new command)/.test(message);
}

/** Errors of the network come from Node itself, which need not share our `Error`. */
function isObject(error: unknown): error is object {
  return typeof error === 'object' && error !== null;
}
