import { Controller, type HttpException, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CanUse } from '../api-clients/can-use.decorator.js';
import { currentClient } from '../api-clients/current-client.js';
import { areUploadsClosed } from '../evidence/scanner-state.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { ApiProblem } from '../platform/web/refusals.js';
import { parseReference } from '../shared/case-reference.js';
import { AddEvidence, type AddOutcome } from './add-evidence.js';
import {
  busyProblem,
  closedProblem,
  faultsProblem,
  noFilesTakenProblem,
  unknownApplication,
} from './api-problems.js';
import { evidenceAnswer } from './application-answer.presenter.js';
import { readRequest } from './read-request.js';
import { UploadRate } from './upload-rate.js';

/** Papers that are sent after their application. */
@Controller('api/v1/applications/:reference/evidence')
export class EvidenceApiController {
  constructor(
    private readonly addEvidence: AddEvidence,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Post()
  @CanUse('evidence:write')
  @UseGuards(UploadRate)
  async create(
    @Param('reference') typed: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const { body, files } = await readRequest(req, res, this.settings.UPLOADS_DIR);
    if (body !== undefined) {
      throw new ApiProblem(400, { title: 'Send files only, as multipart/form-data' });
    }
    if (await areUploadsClosed(this.database.reader)) throw noFilesTakenProblem();
    const parsed = parseReference(typed);
    const outcome = await this.addEvidence.run({
      client: currentClient(req),
      reference: parsed.ok ? parsed.reference : '',
      files,
      receivedAt: this.clock.now(),
    });
    if (!outcome.ok) throw problemOf(outcome);
    const isAnyNew = outcome.papers.some((paper) => paper.outcome === 'added');
    const answer = evidenceAnswer(outcome.application.reference, outcome.papers);
    res.status(isAnyNew ? 201 : 200).json(answer);
  }
}

function problemOf(outcome: Extract<AddOutcome, { ok: false }>): HttpException {
  switch (outcome.refusal) {
    case 'unknown':
      return unknownApplication();
    case 'closed':
      return closedProblem();
    case 'too_busy':
      return busyProblem();
    case 'faults':
      return faultsProblem(outcome.faults);
  }
}
