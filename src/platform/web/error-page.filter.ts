import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { answerTo, type ErrorAnswer } from './error-answers.js';
import { describeError } from './log.js';
import { isMessage } from './read-message.js';
import { ApiProblem, NotAllowed, NotSignedIn, StaleForm, UnknownFields } from './refusals.js';
import { redirectSeeOther, renderPage } from './render-page.js';
import { sessionEndedPage } from './session-ended-page.js';

/** Turns whatever was thrown into a page, or into `application/problem+json` for computers. */
@Catch()
export class ErrorPageFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const [req, res] = [http.getRequest<Request>(), http.getResponse<Response>()];
    try {
      await this.answer(error, req, res);
    } catch (problem) {
      this.lastResort(problem, req, res);
    }
  }

  private async answer(error: unknown, req: Request, res: Response): Promise<void> {
    const told = answerTo(error);
    if (told.isOurFault) {
      this.logger.error({ part: 'web', reference: req.id, ...describeError(error) });
    }
    if (error instanceof UnknownFields) this.noteUnknownFields(error, req);
    if (res.headersSent) {
      res.destroy();
      return;
    }
    if (told.retryAfter) res.setHeader('Retry-After', String(told.retryAfter));
    if (isForApi(req)) return sendProblem(error, told, { req, res });
    await this.sendPage(error, told, { req, res });
  }

  /** Somebody made up a form: nothing was taken of it, but it is worth knowing (S7.4). */
  private noteUnknownFields({ count }: UnknownFields, req: Request): void {
    const account = req.staff?.id ?? null;
    this.logger.warn({
      part: 'access',
      denied: 'unknown-fields',
      count,
      account,
      reference: req.id,
    });
  }

  private async sendPage(error: unknown, told: ErrorAnswer, to: Exchange): Promise<void> {
    const { req, res } = to;
    if (error instanceof NotSignedIn && req.method === 'GET') return toSignIn(error, to);
    if (error instanceof NotSignedIn || error instanceof StaleForm) {
      return sessionEndedPage(req, res);
    }
    const lines = error instanceof NotAllowed ? notAllowedLines(error) : told.lines;
    const page = { title: told.title, lines, reference: req.id };
    await renderPage(req, res, { view: 'errors/problem', page, status: told.status });
  }

  /** Even the page about the problem failed: something is said all the same. */
  private lastResort(problem: unknown, req: Request, res: Response): void {
    this.logger.error({ part: 'web', reference: req.id, ...describeError(problem) });
    if (res.headersSent) res.destroy();
    else res.status(500).type('text').send(`Something went wrong. Page reference ${req.id}`);
  }
}

interface Exchange {
  req: Request;
  res: Response;
}

function isForApi(req: Request): boolean {
  return req.originalUrl.startsWith('/api/v') || isMessage(req);
}

function toSignIn({ hadSession }: NotSignedIn, { req, res }: Exchange): void {
  const query = new URLSearchParams();
  if (req.originalUrl !== '/') query.set('next', req.originalUrl);
  if (hadSession) query.set('because', 'session-ended');
  redirectSeeOther(res, query.size > 0 ? `/sign-in?${query}` : '/sign-in');
}

function notAllowedLines({ whoMay }: NotAllowed): string[] {
  if (whoMay === null) return ['Nobody may do this here.'];
  return [`Only ${whoMay} can do this.`, 'If you need it for your work, ask your supervisor.'];
}

function sendProblem(error: unknown, told: ErrorAnswer, { req, res }: Exchange): void {
  if (told.status === 401) res.setHeader('WWW-Authenticate', 'Bearer');
  const own = error instanceof ApiProblem ? error.told : {};
  const problem = { type: 'about:blank', title: told.title, status: told.status, ...own };
  res
    .status(told.status)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, reference: req.id }));
}
