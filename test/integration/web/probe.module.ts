import { Controller, Get, Module, NotFoundException, Post, Query, Req, Res } from '@nestjs/common';
import { IsIn, IsObject, MaxLength, MinLength } from 'class-validator';
import type { Request, Response } from 'express';
import { AppModule } from '../../../src/app.module.js';
import { CanUse } from '../../../src/api-clients/can-use.decorator.js';
import { currentClient } from '../../../src/api-clients/current-client.js';
import { StaleWrite } from '../../../src/platform/database/conditional-write.js';
import { CommitOutcomeUnknown } from '../../../src/platform/database/typeorm-unit-of-work.js';
import { Database } from '../../../src/platform/database/transaction.js';
import { Keyed, Many, Trim } from '../../../src/platform/web/form-fields.js';
import { parseForm } from '../../../src/platform/web/parse-form.js';
import { ApiProblem } from '../../../src/platform/web/refusals.js';
import { SignedLink } from '../../../src/platform/web/route-access.js';
import { Can } from '../../../src/staff/can.decorator.js';
import { currentStaff } from '../../../src/staff/current-staff.js';

export class ProbeForm {
  @MinLength(1, { message: 'Enter a note' })
  @MaxLength(100, { message: 'Note must be 100 characters or fewer' })
  @Trim()
  text = '';

  @Many()
  @IsIn(['a', 'b'], { each: true, message: 'Choose a or b' })
  letters: string[] = [];

  @Keyed()
  @IsObject()
  verdict: Record<string, string> = {};
}

/** Pages that do one thing each, to see what the platform makes of it. */
@Controller('probe')
class ProbeController {
  constructor(private readonly database: Database) {}

  @Get('page')
  @Can('see-queue')
  page(@Req() req: Request, @Res() res: Response): void {
    res.json({ staff: currentStaff(req), shell: req.shell });
  }

  @Post('note')
  @Can('write-note')
  note(@Req() req: Request, @Res() res: Response): void {
    const parsed = parseForm(ProbeForm, req.body);
    res.status(parsed.ok ? 200 : 422).json(parsed);
  }

  @Get('unmarked')
  unmarked(@Res() res: Response): void {
    res.send('open to all');
  }

  @Get('throw/:what')
  @Can('anyone')
  async throw(@Query('name') name: string, @Req() req: Request): Promise<void> {
    switch (String(req.params['what'])) {
      case 'stale':
        throw new StaleWrite('application');
      case 'commit':
        throw new CommitOutcomeUnknown(new Error('gone'));
      case 'missing':
        throw new NotFoundException(`No case of ${name}`);
      case 'sql':
        await this.database.reader.query('SELECT secret_column FROM nowhere WHERE name = ?', [
          name,
        ]);
        return;
      case 'away':
        throw Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:3306'), {
          code: 'ECONNREFUSED',
        });
      default:
        throw new Error(`Something about ${name}`);
    }
  }

  @Post('resident')
  @SignedLink()
  resident(@Res() res: Response): void {
    res.send('resident');
  }
}

@Controller('api/v1/probe')
class ApiProbeController {
  @Post()
  @CanUse('applications:write')
  create(@Req() req: Request, @Res() res: Response): void {
    const body = req.body as Record<string, unknown> | undefined;
    if (body?.['bad'])
      throw new ApiProblem(422, { title: 'No', errors: [{ pointer: '/bad', text: 'Is bad' }] });
    res.status(201).json({ client: currentClient(req).name, body });
  }
}

@Module({ imports: [AppModule], controllers: [ProbeController, ApiProbeController] })
export class ProbeModule {}
