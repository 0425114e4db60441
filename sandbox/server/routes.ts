import { type Handler, type Reply } from './exchange.js';

/** The answer a service gives in place of its own when told to misbehave. */
export type FaultReply = (status: number, operation: string) => Reply;

export interface Route {
  method: 'GET' | 'POST';
  /** Parts that begin with a colon are named: /v1/payments/:paymentId */
  pattern: string;
  service: 'pay' | 'notify' | 'dvla' | 'control' | 'page';
  operation: string;
  handler: Handler;
  faultReply?: FaultReply;
}

export interface FoundRoute {
  route: Route;
  params: Record<string, string>;
}

export type RouteSearch = { found: FoundRoute } | { found: null; otherMethods: boolean };

/** First match wins; a slash at the end is forgiven, as the real services do. */
export function findRoute(routes: readonly Route[], method: string, path: string): RouteSearch {
  let otherMethods = false;
  for (const route of routes) {
    const params = matchPath(route.pattern, path);
    if (!params) continue;
    if (route.method === method) return { found: { route, params } };
    otherMethods = true;
  }
  return { found: null, otherMethods };
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/').filter(Boolean);
  const given = path.split('/').filter(Boolean);
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const actual = decoded(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = actual;
    else if (part !== actual) return null;
  }
  return params;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
