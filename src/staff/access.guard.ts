import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { clientOfKey, type KnownClient } from '../api-clients/api-clients.queries.js';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/transaction.js';
import { uploadOutcomeOf } from '../platform/files/receive-upload.js';
import { csrfTokenOf, hasValidCsrfToken } from '../platform/web/csrf.js';
import { hasBearerKey } from '../platform/web/request-checks.js';
import { ApiProblem, NotAllowed, NotSignedIn, StaleForm } from '../platform/web/refusals.js';
import { type RouteAccess, routeAccess } from '../platform/web/route-access.js';
import type { CurrentStaff } from './current-staff.js';
import { NAVIGATION, type NavigationEntry, navigationFor, SEARCH_BOX } from './navigation.js';
import { mayDo, permissions, rolesInWords, type StaffPermission } from './permissions.rules.js';
import { roleNames } from './staff-roles.rules.js';
import './session-store.js';
import { isMultipart, noteLostFile, StaffUpload } from './staff-upload.js';
import { sentSessionCookie } from './staff-sessions.js';
import { TAKES_FILE } from './takes-file.decorator.js';

/** Stands before every route. What is not marked is denied; the account is read anew each time. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly log = new Logger('access');
  private readonly upload: StaffUpload;

  constructor(
    private readonly reflector: Reflector,
    private readonly database: Database,
    private readonly settings: Settings,
    @Inject(NAVIGATION) private readonly navigation: readonly NavigationEntry[],
  ) {
    this.upload = new StaffUpload(settings.UPLOADS_DIR);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = routeAccess(this.reflector, context.getHandler(), context.getClass());
    await this.admit(access, context);
    return true;
  }

  private async admit(access: RouteAccess | null, context: ExecutionContext): Promise<void> {
    const req = context.switchToHttp().getRequest<Request>();
    if (access === null) throw this.refuseUnmarked(req);
    if (access.for === 'signed-link' || access.for === 'signed-message') return;
    if (access.for === 'api-client') return this.admitClient(req, access.scope);
    if (access.for === 'staff' && access.orAnyClient && hasBearerKey(req)) {
      req.apiClient = await this.clientOf(req);
      return;
    }
    this.recogniseStaff(req);
    if (access.for === 'staff') this.admitStaff(req, access.permission as StaffPermission);
    if (!changesSomething(req)) return;
    const hasReceived = await this.receiveFile(context, req);
    if (hasValidCsrfToken(req)) return;
    if (hasReceived) noteLostFile(req);
    throw new StaleForm();
  }

  /** The token stands in the form, and the form comes with its file. */
  private async receiveFile(context: ExecutionContext, req: Request): Promise<boolean> {
    const field = this.reflector.get<string | undefined>(TAKES_FILE, context.getHandler());
    if (field === undefined || !req.staff || !isMultipart(req)) return false;
    const res = context.switchToHttp().getResponse<Response>();
    await this.upload.receive(field, { req, res, staffId: req.staff.id });
    const received = uploadOutcomeOf(req);
    return !received.ok || received.files.length > 0;
  }

  private async admitClient(req: Request, scope: string): Promise<void> {
    const client = await this.clientOf(req);
    if (!client.scopes.includes(scope)) {
      throw new ApiProblem(403, { title: `The API key does not have the scope ${scope}` });
    }
    req.apiClient = { id: client.id, name: client.name };
  }

  private async clientOf(req: Request): Promise<KnownClient> {
    const [, key] = /^Bearer (pd_[\w-]{43})$/i.exec(req.headers.authorization ?? '') ?? [];
    const client = key ? await clientOfKey(this.database.reader, key) : null;
    if (!client) throw new ApiProblem(401, { title: 'An API key is needed' });
    return client;
  }

  /** The account was read with the session, a moment ago and with every request. */
  private recogniseStaff(req: Request): void {
    // Routes outside the pages, such as /health, have no session at all.
    const { accountId, kept } = (req.session as Request['session'] | undefined) ?? {};
    const staff = kept?.staff;
    if (!staff || staff.id !== accountId) return;
    req.staff = staff;
    this.fillShell(req, staff);
  }

  private fillShell(req: Request, staff: CurrentStaff): void {
    if (!req.shell) return;
    req.shell.user = { name: staff.name, roleName: roleNames[staff.role] };
    req.shell.navigation = navigationFor(this.navigation, staff.role, req.path);
    req.shell.search = mayDo(staff.role, SEARCH_BOX.permission)
      ? { action: SEARCH_BOX.action }
      : null;
    req.shell.csrfToken = csrfTokenOf(req);
    req.shell.session = {
      idleSeconds: this.settings.SESSION_IDLE_MINUTES * 60,
      extendPath: '/session/stay',
    };
  }

  private admitStaff(req: Request, permission: StaffPermission): void {
    if (!req.staff) throw new NotSignedIn(sentSessionCookie(req, this.settings));
    if (mayDo(req.staff.role, permission)) return;
    this.log.warn({ denied: permission, account: req.staff.id, reference: req.id });
    throw new NotAllowed(permission in permissions ? rolesInWords(permission) : null);
  }

  private refuseUnmarked(req: Request): NotAllowed {
    this.log.error({ problem: 'A route has no permission.', reference: req.id });
    return new NotAllowed(null);
  }
}

function changesSomething(req: Request): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(req.method);
}
