import { Refusal, type Reply } from '../server/exchange.js';

export interface NotifyError {
  error: string;
  message: string;
}

/** Notify's body for every error. Callers are told to rely on status and `error`, never on `message`. */
export function notifyErrorReply(status: number, ...errors: NotifyError[]): Reply {
  return { status, body: { status_code: status, errors } };
}

export function badRequest(message: string): Refusal {
  return new Refusal(notifyErrorReply(400, { error: 'BadRequestError', message }));
}

export function invalid(...messages: string[]): Refusal {
  const errors = messages.map((message) => ({ error: 'ValidationError', message }));
  return new Refusal(notifyErrorReply(400, ...errors));
}

export function notFound(message: string): Refusal {
  return new Refusal(notifyErrorReply(404, { error: 'NoResultFound', message }));
}

export function rateLimited(most = 3000): Reply {
  return notifyErrorReply(429, {
    error: 'RateLimitError',
    message: `Exceeded rate limit for key type TEST of ${most} requests per 60 seconds`,
  });
}

/** The answer when the stand-in was told to misbehave. A 503 comes from a proxy and is not JSON. */
export function notifyFaultReply(status: number): Reply {
  if (status === 429) return rateLimited();
  if (status === 503) return { status, body: '503 Service Unavailable' };
  return notifyErrorReply(status, { error: 'Exception', message: 'Internal server error' });
}
