import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Fault } from '../control/faults.js';
import { HAPPENINGS, letHappen } from '../pay/meanwhile.js';
import { type SandboxState } from '../state/sandbox-state.js';
import { type Exchange, Refusal, type Reply } from './exchange.js';
import { findRoute, type FoundRoute, type Route } from './routes.js';

const BODY_LIMIT_BYTES = 5 * 1024 * 1024;
const LOOPBACK_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** What a proxy in between may answer in the service's name. */
const GARBLED: Reply = { status: 200, body: '<html><body>Please sign in to the network' };

/** The caller cannot know that it was carried out. */
const LOST_ANSWERS: ReadonlySet<string | undefined> = new Set(['drop-after', 'mid-body']);

interface Answer {
  reply: Reply | null;
  acted: boolean;
}

/** One server for every stand-in: finds the route, lets a waiting fault spoil it, logs, answers. */
export function createSandboxServer(state: SandboxState, routes: readonly Route[]): Server {
  return createServer((request, response) => {
    answerRequest({ state, routes, request, response }).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
}

interface Incoming {
  state: SandboxState;
  routes: readonly Route[];
  request: IncomingMessage;
  response: ServerResponse;
}

async function answerRequest({ state, routes, request, response }: Incoming): Promise<void> {
  const host = request.headers.host ?? '';
  // A page elsewhere can point its own name at 127.0.0.1; such a caller is not meant.
  if (!LOOPBACK_HOST.test(host)) return send(response, { status: 421, body: 'Not this server.' });
  const body = await readBody(request);
  if (body === null) return send(response, { status: 413, body: 'Too big.' });

  const url = new URL(request.url ?? '/', `http://${host}`);
  const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
  const search = findRoute(routes, method, url.pathname);
  if (!search.found) {
    const status = search.otherMethods ? 405 : 404;
    return send(response, { status, body: { message: `HTTP ${status}` } });
  }
  const exchange: Exchange = {
    state,
    origin: url.origin,
    method,
    url,
    headers: request.headers,
    params: search.found.params,
    body,
    refundShallFail: false,
    now: state.now(),
  };
  await spoilAndAnswer(search.found, exchange, response);
}

async function spoilAndAnswer(
  { route, params }: FoundRoute,
  exchange: Exchange,
  response: ServerResponse,
): Promise<void> {
  const at = new Date().toISOString();
  const target = { service: route.service, operation: route.operation, ...params };
  const { state } = exchange;
  const fault = state.faults.take(target) ?? state.quirks.take(target, state.settings);
  const { reply, acted } = await answerUnder(fault, route, exchange);
  exchange.state.log.add({
    at,
    method: exchange.method,
    path: exchange.url.pathname,
    service: route.service,
    operation: route.operation,
    ...(params['paymentId'] && { paymentId: params['paymentId'] }),
    ...reply?.about,
    status: reply && !LOST_ANSWERS.has(fault?.fault) ? reply.status : null,
    acted,
    ...(fault && { fault: fault.fault }),
  });
  if (!reply || fault?.fault === 'drop-after') response.destroy();
  else if (fault?.fault === 'mid-body') cutInBody(response, reply);
  else send(response, reply);
}

async function answerUnder(fault: Fault | null, route: Route, exchange: Exchange): Promise<Answer> {
  const kind = fault?.fault;
  const delayMs = fault?.delayMs ?? 0;
  if (kind === 'drop-before') return { reply: null, acted: false };
  if (kind === 'garbled') return { reply: GARBLED, acted: false };
  const spoiltStatus = kind?.startsWith('status-') ? Number(kind.slice('status-'.length)) : null;
  if (spoiltStatus !== null && route.faultReply) {
    return { reply: route.faultReply(spoiltStatus, route.operation), acted: false };
  }
  if (kind === 'delay') await wait(delayMs);
  const meanwhile = HAPPENINGS.find((happening) => kind === `meanwhile-${happening}`);
  const { paymentId } = exchange.params;
  if (meanwhile && paymentId) letHappen(exchange.state, paymentId, meanwhile, fault?.amountPence);
  const answer = await act(route, {
    ...exchange,
    now: exchange.state.now(),
    refundShallFail: kind === 'refund-error',
  });
  if (kind === 'delay-answer') await wait(delayMs);
  return answer;
}

async function act(route: Route, exchange: Exchange): Promise<Answer> {
  try {
    const reply = await route.handler(exchange);
    return { reply, acted: reply.status < 400 };
  } catch (error) {
    if (error instanceof Refusal) return { reply: error.reply, acted: false };
    throw error;
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= BODY_LIMIT_BYTES) parts.push(part);
  }
  return size > BODY_LIMIT_BYTES ? null : Buffer.concat(parts);
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, headersOf(reply));
  response.end(textOf(reply));
}

/** The head and half of the body, then the line is cut. An answer without a body is lost as a whole. */
function cutInBody(response: ServerResponse, reply: Reply): void {
  const whole = Buffer.from(textOf(reply) ?? '');
  if (whole.length === 0) return void response.destroy();
  response.writeHead(reply.status, { ...headersOf(reply), 'content-length': whole.length });
  response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
}

function textOf({ body }: Reply): string | undefined {
  return typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
}

function headersOf({ body, headers }: Reply): Record<string, string> {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  return {
    ...(body !== undefined && { 'content-type': type }),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  };
}
