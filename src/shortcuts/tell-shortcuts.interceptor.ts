import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import { shortcutHelp } from './shortcut-help.presenter.js';
import { shortcutsAsKept } from './shortcuts.queries.js';

/**
 * Whoever switched single keys on has them on every page; pictures and heartbeats need none. They
 * came with the session.
 */
@Injectable()
export class TellShortcutsInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler) {
    const req = context.switchToHttp().getRequest<Request>();
    if (req.staff && req.shell && req.headers.accept?.includes('text/html')) {
      req.shell.shortcuts = shortcutHelp(shortcutsAsKept(req.session.kept?.shortcuts ?? null));
    }
    return next.handle();
  }
}
