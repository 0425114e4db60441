import { markRoute } from '../platform/web/route-access.js';
import type { ApiScope } from './api-scopes.rules.js';

/** Says on an API route which scope the client's key must have: `@CanUse('applications:write')`. */
export const CanUse = (scope: ApiScope) => markRoute({ for: 'api-client', scope });
