import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { NoteAuditorsLook } from './note-auditors-look.js';

/** Stands before every route about a case: what an auditor is shown of it is noted first. */
@Injectable()
export class AuditorLooksInterceptor implements NestInterceptor {
  constructor(private readonly noteAuditorsLook: NoteAuditorsLook) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { staff, params } = context.switchToHttp().getRequest<Request>();
    const reference = params['reference'];
    if (staff?.role === 'auditor' && typeof reference === 'string') {
      await this.noteAuditorsLook.run({ reference, staffId: staff.id });
    }
    return next.handle();
  }
}
