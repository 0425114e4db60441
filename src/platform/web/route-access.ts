import { Reflector } from '@nestjs/core';
import { SetMetadata } from '@nestjs/common';

/** Who a route is for. A route without one of these is denied to everybody. */
export type RouteAccess =
  | { for: 'anyone' }
  /** `orAnyClient`: also for whoever has an API key that works, of whatever scope. */
  | { for: 'staff'; permission: string; orAnyClient?: boolean }
  | { for: 'api-client'; scope: string }
  /** Open to the holder of a signed link; the route itself checks the link. */
  | { for: 'signed-link' }
  /** Open to whoever can sign its messages; the route itself checks the signature of each. */
  | { for: 'signed-message' };

const ROUTE_ACCESS = 'permit-desk:route-access';

export const markRoute = (access: RouteAccess) => SetMetadata(ROUTE_ACCESS, access);

/** For a platform's own routes, such as `/health`; features say `@Can('anyone')`. */
export const OpenToAnyone = () => markRoute({ for: 'anyone' });

/** For residents: no account and no session; the route must check the link before anything else. */
export const SignedLink = () => markRoute({ for: 'signed-link' });

/** For other companies' computers: the route must check the signature before anything else. */
export const SignedMessage = () => markRoute({ for: 'signed-message' });

/** The mark of a handler, or of its controller; null when it has none. */
export function routeAccess(
  reflector: Reflector,
  handler: Parameters<Reflector['get']>[1],
  controller: Parameters<Reflector['get']>[1],
): RouteAccess | null {
  return reflector.getAllAndOverride<RouteAccess>(ROUTE_ACCESS, [handler, controller]) ?? null;
}
