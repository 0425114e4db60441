import type { Request, RequestHandler } from 'express';

/**
 * Whether a request was sent to the host of files: a second name of this service, on which there are
 * no pages, no cookies and no scripts. Only the `Host` header tells; the port may be the same.
 */
export function isForFilesHost(req: Request, filesUrl: string): boolean {
  return req.headers.host?.toLowerCase() === new URL(filesUrl).host.toLowerCase();
}

/** Gives what was sent to the host of files to its own handler; no page is ever behind it. */
export function onFilesHost(filesUrl: string, answer: RequestHandler): RequestHandler {
  return (req, res, next) => {
    if (!isForFilesHost(req, filesUrl)) return next();
    void answer(req, res, () => res.destroy());
  };
}
