import { Controller, Get, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CanUse } from '../api-clients/can-use.decorator.js';
import { currentClient } from '../api-clients/current-client.js';
import { areUploadsClosed } from '../evidence/scanner-state.queries.js';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { ApiProblem } from '../platform/web/refusals.js';
import {
  busyProblem,
  faultsProblem,
  noFilesTakenProblem,
  sentDifferentlyProblem,
  unknownApplication,
} from './api-problems.js';
import { applicationAnswer, applicationStanding, linksOf } from './application-answer.presenter.js';
import { readRequest } from './read-request.js';
import { ReceiveApplication, type ReceiveOutcome } from './receive-application.js';
import { findClientsApplication } from './received-application.queries.js';
import { ArrivalRate } from './upload-rate.js';

/** Applications arrive here, and their senders ask how they stand. */
@Controller('api/v1/applications')
export class ApplicationsApiController {
  constructor(
    private readonly receiveApplication: ReceiveApplication,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Post()
  @CanUse('applications:write')
  @UseGuards(ArrivalRate)
  async create(@Req() req: Request, @Res() res: Response): Promise<void> {
    const { body, files } = await readRequest(req, res, this.settings.UPLOADS_DIR);
    if (body === undefined) {
      throw new ApiProblem(400, { title: 'Send the application as JSON' });
    }
    if (files.length > 0 && (await areUploadsClosed(this.database.reader))) {
      throw noFilesTakenProblem();
    }
    const outcome = await this.receiveApplication.run({
      client: currentClient(req),
      body,
      files,
      receivedAt: this.clock.now(),
    });
    if (!outcome.ok) throw problemOf(outcome);
    const { application, isNew } = outcome;
    res
      .status(isNew ? 201 : 200)
      .location(linksOf(application.reference).self)
      .json(applicationAnswer(application));
  }

  @Get(':reference')
  @CanUse('applications:read')
  async show(
    @Param('reference') reference: string,
    @Req() req: Request,
    @Res() res: Response,
  ): Promise<void> {
    const found = await findClientsApplication(
      this.database.reader,
      currentClient(req).id,
      reference,
    );
    if (!found) throw unknownApplication();
    res.json(applicationStanding(found));
  }
}

function problemOf(outcome: Extract<ReceiveOutcome, { ok: false }>): ApiProblem {
  switch (outcome.refusal) {
    case 'faults':
      return faultsProblem(outcome.faults);
    case 'sent_differently_before':
      return sentDifferentlyProblem(outcome.reference);
    case 'too_busy':
      return busyProblem();
  }
}
