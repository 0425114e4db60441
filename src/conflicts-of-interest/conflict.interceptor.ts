import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { catchError, from, type Observable, throwError } from 'rxjs';
import {
  type Application,
  findApplication,
  findApplicationByReference,
} from '../applications/applications.store.js';
import { newCaseForm } from '../case-forms/case-form.js';
import { Clock } from '../platform/clock/clock.js';
import { readingTogether } from '../platform/database/read-together.js';
import { Database } from '../platform/database/transaction.js';
import { renderPage } from '../platform/web/render-page.js';
import { routeAccess } from '../platform/web/route-access.js';
import { conflictSentence } from './conflict.rules.js';
import { conflictRefusedPage } from './conflict-refused.presenter.js';
import { conflictsWith, interestsOf } from './conflicts.queries.js';
import { isClosedByConflict } from './deciding-route.rules.js';
import { DESPITE_CONFLICT } from './despite-conflict.decorator.js';
import { ConflictOfInterest } from './refuse-conflict.js';
import { TellOfConflict } from './tell-of-conflict.js';

/**
 * Stands before every route about a case (R-COI-1) and answers 403 in plain words, also to a
 * conflict that a use case met under its locks.
 */
@Injectable()
export class ConflictInterceptor implements NestInterceptor {
  private readonly log = new Logger('access');

  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tellOfConflict: TellOfConflict,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const req = context.switchToHttp().getRequest<Request>();
    const res = context.switchToHttp().getResponse<Response>();
    const conflict = await this.conflictAhead(context, req);
    if (conflict) return from(this.refuse(conflict, req, res));
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          error instanceof ConflictOfInterest
            ? from(this.refuse(error, req, res))
            : throwError(() => error),
        ),
      );
  }

  private async conflictAhead(
    context: ExecutionContext,
    req: Request,
  ): Promise<ConflictOfInterest | null> {
    const { staff } = req;
    const reference = req.params['reference'];
    if (!staff || typeof reference !== 'string' || !this.isClosed(context, req, reference)) {
      return null;
    }
    const reader = readingTogether(this.database.reader);
    const [application, interests] = await Promise.all([
      findApplicationByReference(reader, reference),
      interestsOf(reader, staff.id, this.clock.now()),
    ]);
    if (!application) return null;
    const grounds = await conflictsWith(reader, application, interests);
    return grounds.length === 0 ? null : new ConflictOfInterest(application.id, staff.id, grounds);
  }

  private isClosed(context: ExecutionContext, { method }: Request, reference: string): boolean {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    const access = routeAccess(this.reflector, handler, controller);
    const permission = access?.for === 'staff' ? access.permission : null;
    const isDespiteConflict =
      this.reflector.getAllAndOverride<boolean>(DESPITE_CONFLICT, [handler, controller]) === true;
    return isClosedByConflict({ method, permission, reference, isDespiteConflict });
  }

  private async refuse(conflict: ConflictOfInterest, req: Request, res: Response): Promise<void> {
    const { applicationId, staffId, grounds } = conflict;
    this.log.warn({ denied: 'conflict-of-interest', account: staffId, reference: req.id });
    await this.tellOfConflict.run({ applicationId, staffId });
    const application = await this.stillThere(applicationId);
    const page = conflictRefusedPage({
      reference: application.reference,
      because:
        staffId === req.staff?.id
          ? conflictSentence(grounds)
          : 'That colleague has an interest in this case. Choose somebody else to decide it.',
      isHolder: application.status === 'in_review' && application.claimedBy === req.staff?.id,
      caseForm: newCaseForm(application, this.clock.now()),
      body: req.body,
    });
    await renderPage(req, res, { view: 'conflicts-of-interest/refused', page, status: 403 });
  }

  private async stillThere(id: string): Promise<Application> {
    const application = await findApplication(this.database.reader, id);
    if (!application) throw new Error('The case was read before and is gone.');
    return application;
  }
}
