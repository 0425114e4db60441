import { Controller, Get, Logger, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { originalBinding, pageBinding } from '../evidence/paper-files.js';
import { Database } from '../platform/database/transaction.js';
import { sendAttachment, sendPageImage } from '../platform/files/download.js';
import { FILE_KINDS, type FileKind } from '../platform/files/file-kind.js';
import { FileStore, type StoredFile, StoredFileUnusable } from '../platform/files/file-store.js';
import { renderPage } from '../platform/web/render-page.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { LookAtPaper } from './look-at-paper.js';
import { readPaperFiles } from './paper-on-desk.queries.js';
import { refuseHealthPaper } from './refuse-health-paper.js';
import { unusableFilePage } from './unusable-file.presenter.js';
import { readWholeNumber } from './whole-number.rules.js';

/** The files of a paper, to people who may see them. Unknown case, paper and page answer alike. */
@Controller('applications/:reference/evidence/:position')
@Can('see-evidence')
export class PaperFilesController {
  private readonly log = new Logger('evidence');

  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly lookAtPaper: LookAtPaper,
  ) {}

  @Get('pages/:page')
  async page(@Param() at: PagePlace, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { paper, pages } = await this.find(at, req);
    const page = pages.find(({ pageNumber }) => pageNumber === readWholeNumber(at.page));
    if (!page) throw new NotFoundException();
    const staffId = currentStaff(req).id;
    await this.lookAtPaper.run({ staffId, paper, what: 'pages', isWithin: true });
    const content = await this.read(page, pageBinding(paper.id, page.pageNumber), { req, res });
    if (content) sendPageImage(res, content);
  }

  @Get('original')
  async original(
    @Param() at: PaperPlace,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { paper } = await this.find(at, req);
    const kind = fileKindOf(paper.contentType);
    const staffId = currentStaff(req).id;
    await this.lookAtPaper.run({ staffId, paper, what: 'original', isWithin: false });
    const content = await this.read(paper, originalBinding(paper.id), { req, res });
    if (content) sendAttachment(res, { name: paper.originalName, kind }, content);
  }

  private async find({ reference, position }: PaperPlace, req: Request) {
    const place = { reference, position: readWholeNumber(position) };
    const found = await readPaperFiles(this.database.reader, place);
    if (!found) throw new NotFoundException();
    refuseHealthPaper(req, found.paper.kind);
    return found;
  }

  /** Answers with a page that says so when the file is not what was stored; nothing of it is sent. */
  private async read(
    stored: StoredFile,
    binding: string,
    { req, res }: { req: Request; res: Response },
  ): Promise<Buffer | null> {
    try {
      return await this.store.read(stored, binding);
    } catch (error) {
      if (!(error instanceof StoredFileUnusable)) throw error;
      this.log.error({
        problem: 'A stored paper cannot be read.',
        because: error.because,
        file: error.storageName,
        reference: req.id,
      });
      const page = unusableFilePage(req.id);
      await renderPage(req, res, { view: 'errors/problem', page, status: 500 });
      return null;
    }
  }
}

interface PaperPlace {
  reference: string;
  position: string;
}

interface PagePlace extends PaperPlace {
  page: string;
}

function fileKindOf(contentType: string): FileKind {
  const kinds = Object.keys(FILE_KINDS) as FileKind[];
  const kind = kinds.find((one) => FILE_KINDS[one].contentType === contentType);
  if (!kind) throw new Error('A stored paper is of no kind we take.');
  return kind;
}
