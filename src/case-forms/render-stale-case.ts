import type { Request, Response } from 'express';
import type { Reader } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { timelineSince } from '../timeline/timeline.queries.js';
import { staleCasePage, type TypedText } from './stale-case.presenter.js';

export interface Refusal {
  application: { id: string; reference: string };
  /** When the form was opened, as the form says (ISO 8601). */
  drawnAt: string;
  /** One plain sentence, when there is more to say than "the case changed". */
  because?: string;
  typed: readonly TypedText[];
}

/** 409: says what changed since the form was opened, by whom, and gives back what was typed. */
export async function renderStaleCase(
  req: Request,
  res: Response,
  reader: Reader,
  { application, drawnAt, because, typed }: Refusal,
): Promise<void> {
  const changes = await timelineSince(reader, application.id, new Date(drawnAt));
  const { reference } = application;
  const page = staleCasePage({ reference, because: because ?? null, changes, typed });
  await renderPage(req, res, { view: 'case-forms/show', page, status: 409 });
}
