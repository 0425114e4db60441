import type { Request, Response } from 'express';
import {
  type DecidingAction,
  type OpenCaseRefusal,
  openCaseWords,
} from '../decisions/open-case.rules.js';
import { renderPage } from '../platform/web/render-page.js';
import { notOpenPage } from './not-open.presenter.js';

interface NotOpen {
  application: { reference: string };
  refusal: OpenCaseRefusal;
  action: DecidingAction;
}

/** 409: the page was asked for, but the case is not open to this act; says why and where to go. */
export async function renderNotOpen(
  req: Request,
  res: Response,
  { application, refusal, action }: NotOpen,
): Promise<void> {
  const page = notOpenPage({
    reference: application.reference,
    because: openCaseWords(refusal, action),
    isDecided: refusal === 'already_decided',
  });
  await renderPage(req, res, { view: 'case-forms/not-open', page, status: 409 });
}
