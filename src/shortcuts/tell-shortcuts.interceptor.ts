import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { Database } from '../platform/database/transaction.js';
import { shortcutHelp } from './shortcut-help.presenter.js';
import { readShortcuts } from './shortcuts.queries.js';

/** Whoever switched single keys on has them on every page; pictures and heartbeats need none. */
@Injectable()
export class TellShortcutsInterceptor implements NestInterceptor {
  constructor(private readonly database: Database) {}

  async intercept(context: ExecutionContext, next: CallHandler) {
    const req = context.switchToHttp().getRequest<Request>();
    if (req.staff && req.shell && req.headers.accept?.includes('text/html')) {
      req.shell.shortcuts = shortcutHelp(await readShortcuts(this.database.reader, req.staff.id));
    }
    return next.handle();
  }
}
