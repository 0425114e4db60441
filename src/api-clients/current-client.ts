import type { Request } from 'express';

/** The computer system that makes a request with its key. */
export interface CurrentClient {
  id: string;
  name: string;
}

declare module 'express-serve-static-core' {
  interface Request {
    apiClient?: CurrentClient;
  }
}

/** Which client makes this request; throws on a route that is not for API clients. */
export function currentClient(req: Request): CurrentClient {
  if (!req.apiClient) throw new Error('This route has no API client: mark it with @CanUse.');
  return req.apiClient;
}
