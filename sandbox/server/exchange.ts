import { type IncomingMessage } from 'node:http';
import { type SandboxState } from '../state/sandbox-state.js';

/** What a route is given. */
export interface Exchange {
  state: SandboxState;
  /** The sandbox's address as the caller wrote it, for links: http://127.0.0.1:PORT */
  origin: string;
  method: string;
  url: URL;
  headers: IncomingMessage['headers'];
  /** The named parts of the path. */
  params: Record<string, string>;
  /** The body as it came. */
  body: Buffer;
  /** Set when the request met `refund-error`. */
  refundShallFail: boolean;
  /** The time of the sandbox. */
  now: Date;
}

/** What a route answers. An object in `body` is sent as JSON. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** For the request log. */
  about?: { paymentId?: string; reference?: string };
}

/** Acts at once; what it still waits for after that (a webhook's answer) is a promise. */
export type Handler = (exchange: Exchange) => Reply | Promise<Reply>;

/** Thrown by a route to answer at once. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`refused with ${reply.status}`);
  }
}

export type JsonObject = Record<string, unknown>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The body as a JSON object, or undefined when it is none. */
export function jsonBody(exchange: Exchange): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(exchange.body.toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function hasJsonType(exchange: Exchange): boolean {
  return /^application\/json\b/i.test(exchange.headers['content-type'] ?? '');
}
