import { createHmac, timingSafeEqual } from 'node:crypto';
import { isJsonObject, type JsonObject, type Reply } from '../server/exchange.js';
import { SANDBOX_NOTIFY_SECRET_KEY, SANDBOX_NOTIFY_SERVICE_ID } from '../notify-settings.js';
import { notifyErrorReply } from './notify-errors.js';

const CLOCK_ALLOWANCE_S = 30;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const WRONG_SHAPE =
  'Invalid token: make sure your API token matches the example at https://docs.notifications.service.gov.uk/rest-api.html#authorisation-header';

/**
 * Checks the JSON Web Token as Notify does (HS256, `iss` the service, `iat` within 30 seconds).
 * Returns Notify's refusal, or null when the caller may pass.
 * @param nowSeconds the machine's own clock, since the caller's token is made with his
 */
export function refuseToken(authorization: string | undefined, nowSeconds: number): Reply | null {
  if (!authorization) return refused(401, 'Unauthorized: authentication token must be provided');
  if (!/^bearer /i.test(authorization)) {
    return refused(401, 'Unauthorized: authentication bearer scheme must be used');
  }
  const [header = '', claims = '', signature = '', ...more] = authorization.slice(7).split('.');
  const told = decodePart(header);
  const claim = decodePart(claims);
  if (!told || !claim || signature === '' || more.length > 0) return refused(403, WRONG_SHAPE);
  if (told['alg'] !== 'HS256') return refused(403, 'Invalid token: algorithm used is not HS256');
  return (
    refuseIssuer(claim['iss']) ??
    refuseSignature(`${header}.${claims}`, signature) ??
    refuseTime(claim['iat'], nowSeconds)
  );
}

function refuseIssuer(issuer: unknown): Reply | null {
  if (issuer === undefined) return refused(403, 'Invalid token: iss field not provided');
  if (typeof issuer !== 'string' || !UUID.test(issuer)) {
    return refused(403, 'Invalid token: service id is not the right data type');
  }
  if (issuer === SANDBOX_NOTIFY_SERVICE_ID) return null;
  return refused(403, 'Invalid token: service not found');
}

function refuseSignature(signed: string, signature: string): Reply | null {
  const expected = createHmac('sha256', SANDBOX_NOTIFY_SECRET_KEY).update(signed).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return null;
  return refused(403, 'Invalid token: API key not found');
}

function refuseTime(issuedAt: unknown, nowSeconds: number): Reply | null {
  if (typeof issuedAt !== 'number') return refused(403, WRONG_SHAPE);
  if (Math.abs(nowSeconds - issuedAt) <= CLOCK_ALLOWANCE_S) return null;
  return refused(403, 'Error: Your system clock must be accurate to within 30 seconds');
}

function decodePart(part: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}

function refused(status: number, message: string): Reply {
  return notifyErrorReply(status, { error: 'AuthError', message });
}
