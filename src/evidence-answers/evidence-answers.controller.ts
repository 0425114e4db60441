import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { formTokenOf, isFormTokenOf } from '../evidence-requests/signed-link.js';
import { councilFacts } from '../letters/council-facts.rules.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { fileRefusalText } from '../platform/files/file-refusals.js';
import { receiveFiles } from '../platform/files/receive-upload.js';
import { ledOrTold, type Visit } from '../platform/web/link-visits.js';
import { ForeignRequest } from '../platform/web/refusals.js';
import { redirectSeeOther, renderPage } from '../platform/web/render-page.js';
import { SignedLink } from '../platform/web/route-access.js';
import { answerPage } from './answer-page.presenter.js';
import { answerState } from './answer-state.rules.js';
import type { AnswerDesk } from './answer.queries.js';
import {
  answeredPage,
  expiredPage,
  type NoticePage,
  notNeededPage,
  waitPage,
} from './notice.presenter.js';
import { OpenLink } from './open-link.js';
import {
  type AnswerFault,
  FILE_FIELD,
  readSentFields,
  type SentFields,
} from './sent-fields.rules.js';
import { TakeAnswer } from './take-answer.js';

/**
 * The page behind the link in a letter. There is no account and no session: the secret in the
 * address is the whole permission, it is good for one request, and it is in no log (the access log
 * prints `/r/:token`) and no Referer (none is ever sent).
 */
@Controller('r/:token')
@SignedLink()
export class EvidenceAnswersController {
  constructor(
    private readonly takeAnswer: TakeAnswer,
    private readonly openLink: OpenLink,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get()
  async show(@Param('token') token: string, @Req() req: Request, @Res() res: Response) {
    const desk = await this.admit('look', token, req, res);
    if (desk) await this.answer(desk, token, req, res);
  }

  @Post()
  async send(@Param('token') token: string, @Req() req: Request, @Res() res: Response) {
    const desk = await this.admit('send', token, req, res);
    if (!desk) return;
    const upload = await receiveFiles(req, res, {
      directory: this.settings.UPLOADS_DIR,
      field: FILE_FIELD,
    });
    const body = req.body as Record<string, unknown> | undefined;
    if (upload.ok && !isFormTokenOf(this.settings.LINK_SECRET, token, body?.['_csrf'])) {
      throw new ForeignRequest();
    }
    if (stateOf(desk) !== 'open') return redirectSeeOther(res, pathOf(token));
    if (!desk.areFilesTaken && upload.ok && upload.files.length > 0) {
      const fields = readSentFields(body, desk.request.items);
      return this.form(desk, token, { req, res, fields, faults: [NO_FILES_TAKEN], status: 503 });
    }
    const taken = await this.takeAnswer.run(desk, upload, body);
    if (taken.isSettled) return redirectSeeOther(res, pathOf(token));
    await this.form(await this.openLink.again(desk), token, { req, res, ...taken });
  }

  /** The request behind the link; null when the visitor has had his answer already. */
  private async admit(visit: Visit, token: string, req: Request, res: Response) {
    const opened = await ledOrTold(await this.openLink.run(visit, token, req.ip), res, {
      wait: (seconds) => this.notice(waitPage(seconds, this.council()), req, res, 429),
      expired: () => this.notice(expiredPage(this.council()), req, res, 410),
    });
    return opened && opened.desk;
  }

  private async answer(desk: AnswerDesk, token: string, req: Request, res: Response) {
    const { reference } = desk.application;
    const settled = { reference, path: pathOf(token), council: this.council() };
    switch (stateOf(desk)) {
      case 'open':
        return this.form(desk, token, { req, res, fields: null, faults: [] });
      case 'answered':
        return this.notice(answeredPage(settled), req, res);
      case 'not_needed':
        return this.notice(notNeededPage(settled), req, res);
    }
  }

  private async form(desk: AnswerDesk, token: string, { req, res, fields, faults, ...more }: Form) {
    if (req.shell) req.shell.csrfToken = formTokenOf(this.settings.LINK_SECRET, token);
    const page = answerPage({
      ...{ desk, path: pathOf(token), council: this.council() },
      ...{ now: this.clock.now(), fields, faults },
    });
    const status = more.status ?? (faults.length > 0 ? 422 : 200);
    await renderPage(req, res, {
      view: 'evidence-answers/show',
      page,
      status,
      layout: 'resident',
    });
  }

  private notice(page: NoticePage, req: Request, res: Response, status = 200) {
    const view = 'evidence-answers/notice';
    return renderPage(req, res, { view, page, status, layout: 'resident' });
  }

  private council() {
    return councilFacts(this.settings);
  }
}

interface Form {
  req: Request;
  res: Response;
  fields: readonly SentFields[] | null;
  faults: readonly AnswerFault[];
  /** Left out: by the faults. */
  status?: number;
}

const NO_FILES_TAKEN: AnswerFault = {
  itemId: null,
  field: 'file',
  text: fileRefusalText('cannot_take_files'),
};

function stateOf({ request, application }: AnswerDesk) {
  return answerState(request, application);
}

function pathOf(token: string): string {
  return `/r/${token}`;
}
