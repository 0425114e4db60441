import { Injectable, Logger } from '@nestjs/common';
import {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import { Settings } from '../platform/config/settings.js';
import { guardFileAnswer, sendAttachment, sendPageImage } from '../platform/files/download.js';
import { FILE_LINK_PURPOSES, type FileLinkPurpose } from '../platform/files/file-link.js';
import { fileKindOf } from '../platform/files/file-kind.js';
import { StoredFileUnusable } from '../platform/files/file-store.js';
import { answerTo } from '../platform/web/error-answers.js';
import { describeError } from '../platform/web/log.js';
import { isFromAPage } from './from-a-page.rules.js';
import { LinkRefusals } from './link-refusals.js';
import { OpenFileLink } from './open-file-link.js';

const GONE =
  'This link opens nothing now. Go back to the case and open the paper again from there.';
const UNUSABLE =
  'This paper cannot be shown: the stored file is missing or is not what was stored. Tell support.';

/**
 * Everything that the host of files answers: papers, by signed links, and nothing else (S3.6, S3.7).
 * It reads no cookie and sets none, and answers in plain text.
 */
@Injectable()
export class FilesHost {
  readonly answer: RequestHandler;
  private readonly log = new Logger('files');

  constructor(
    private readonly openFileLink: OpenFileLink,
    private readonly refusals: LinkRefusals,
    settings: Settings,
  ) {
    const router = Router({ caseSensitive: true, strict: true });
    router.use((_req, res, next) => {
      guardFileAnswer(res, settings);
      next();
    });
    for (const purpose of FILE_LINK_PURPOSES) this.serve(router, purpose);
    router.use((_req, res) => say(res, 404, GONE));
    // Express knows one that answers errors by its four parameters.
    router.use((error: unknown, req: Request, res: Response, next: NextFunction) => {
      if (res.headersSent) next(error);
      else this.failed(error, req, res);
    });
    this.answer = router;
  }

  private serve(router: Router, purpose: FileLinkPurpose): void {
    router
      .route(`/${purpose}s/:link`)
      .all((req, res, next) => {
        if (req.method === 'GET') return next();
        res.setHeader('Allow', 'GET');
        say(res, 405, 'This address is only for reading.');
      })
      .get((req, res) => this.send(purpose, req, res));
  }

  private async send(purpose: FileLinkPurpose, req: Request, res: Response): Promise<void> {
    if (!isFromAPage(purpose, req.headers)) {
      return this.refuse('not_from_a_page', null, { req, res });
    }
    const opened = await this.openFileLink.run(purpose, String(req.params['link']));
    if (!opened.ok) return this.refuse(opened.refusal, opened.account, { req, res });
    const { paper, content } = opened;
    if (purpose === 'page') return sendPageImage(res, content);
    sendAttachment(res, { name: paper.originalName, kind: fileKindOf(paper.contentType) }, content);
  }

  private refuse(
    refusal: Parameters<LinkRefusals['note']>[0],
    account: string | null,
    { req, res }: { req: Request; res: Response },
  ): void {
    this.refusals.note(refusal, { reference: req.id, account });
    say(res, 404, GONE);
  }

  /** Nothing of a file that is not what was stored is sent. */
  private failed(error: unknown, req: Request, res: Response): void {
    if (error instanceof StoredFileUnusable) {
      const { because, storageName: file } = error;
      const problem = 'A stored paper cannot be read.';
      this.log.error({ problem, because, file, reference: req.id });
      return say(res, 500, `${UNUSABLE} Page reference: ${req.id}`);
    }
    const { status, title, isOurFault } = answerTo(error);
    if (isOurFault) this.log.error({ reference: req.id, ...describeError(error) });
    say(res, status, `${title}. Page reference: ${req.id}`);
  }
}

function say(res: Response, status: number, words: string): void {
  res.status(status).type('text/plain; charset=utf-8').send(`${words}\n`);
}
