import { Controller, Get, NotFoundException, Param, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { isOriginalKept } from '../evidence/original-file.rules.js';
import { type PaperKind, paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { fileLinkAddress, type FileLinkTerms } from '../platform/files/file-link.js';
import { redirectSeeOther } from '../platform/web/render-page.js';
import { secretHash } from '../platform/web/secret.js';
import { Can } from '../staff/can.decorator.js';
import { currentStaff } from '../staff/current-staff.js';
import { LookAtPaper } from './look-at-paper.js';
import { PaperLookRate } from './paper-look-rate.js';
import { readPaperFiles } from './paper-on-desk.queries.js';
import { refuseHealthPaper } from '../evidence/refuse-health-paper.js';
import { paperPath } from './review-viewer.presenter.js';
import { readWholeNumber } from './whole-number.rules.js';

/**
 * Where a page shows a picture or offers an original: who asks is checked, the look written down, and
 * a link made for this person, good for a minute, on the host of files (S3.6). These addresses never
 * grow old, however long a page stays open. Unknown case, paper and page answer alike.
 */
@Controller('applications/:reference/evidence/:position')
@Can('see-evidence')
@UseGuards(PaperLookRate)
export class PaperFilesController {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly lookAtPaper: LookAtPaper,
  ) {}

  @Get('pages/:page')
  async page(@Param() at: PagePlace, @Req() req: Request, @Res() res: Response): Promise<void> {
    const { paper, pages } = await this.find(at, req);
    const page = pages.find(({ pageNumber }) => pageNumber === readWholeNumber(at.page));
    if (!page) throw new NotFoundException();
    // A picture by itself, in a tab of its own, would be a paper without its case.
    if (req.headers['sec-fetch-dest'] === 'document') {
      return redirectSeeOther(res, besideItsCase(at.reference, paper, page.pageNumber));
    }
    const staffId = currentStaff(req).id;
    await this.lookAtPaper.run({ staffId, paper, what: 'pages', isWithin: true });
    this.sendLink(req, res, { purpose: 'page', fileId: paper.id, page: page.pageNumber });
  }

  @Get('original')
  async original(
    @Param() at: PaperPlace,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { paper } = await this.find(at, req);
    if (!isOriginalKept(paper)) throw new NotFoundException();
    const staffId = currentStaff(req).id;
    await this.lookAtPaper.run({ staffId, paper, what: 'original', isWithin: false });
    this.sendLink(req, res, { purpose: 'original', fileId: paper.id, page: 0 });
  }

  private async find({ reference, position }: PaperPlace, req: Request) {
    const place = { reference, position: readWholeNumber(position) };
    const found = await readPaperFiles(this.database.reader, place);
    if (!found) throw new NotFoundException();
    refuseHealthPaper(req, found.paper.kind);
    return found;
  }

  private sendLink(
    req: Request,
    res: Response,
    file: Pick<FileLinkTerms, 'purpose' | 'fileId' | 'page'>,
  ): void {
    const holder = { holderId: currentStaff(req).id, sessionHash: secretHash(req.sessionID) };
    const terms = { ...file, ...holder };
    // The one address that is not of this host; it is made here, of nothing that was sent.
    res.redirect(303, fileLinkAddress(this.settings, terms, this.clock.now()));
  }
}

function besideItsCase(
  reference: string,
  paper: { kind: PaperKind; position: number },
  pageNumber: number,
): string {
  return paperKindTerms(paper.kind).isEvidence
    ? `${paperPath(reference, paper.position)}?page=${pageNumber}`
    : `/applications/${reference}#exceptions`;
}

interface PaperPlace {
  reference: string;
  position: string;
}

interface PagePlace extends PaperPlace {
  page: string;
}
