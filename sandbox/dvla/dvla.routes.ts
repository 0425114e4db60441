import { type Exchange, hasJsonType, jsonBody, Refusal, type Reply } from '../server/exchange.js';
import { type Route } from '../server/routes.js';
import { SANDBOX_DVLA_API_KEY, SANDBOX_DVLA_PATH } from '../dvla-settings.js';
import { dvlaErrorReply } from './dvla-errors.js';
import { PUBLISHED_ERRORS, publishedVehicle } from './published-marks.js';

const REGISTRATION = /^[A-Z0-9]{1,8}$/;

/** DVLA's Vehicle Enquiry Service: one request, a registration number in the body of a POST. */
export function dvlaRoutes(): Route[] {
  return [
    {
      method: 'POST',
      pattern: `${SANDBOX_DVLA_PATH}/v1/vehicles`,
      service: 'dvla',
      operation: 'enquire',
      handler: enquire,
      faultReply: dvlaErrorReply,
    },
  ];
}

function enquire(exchange: Exchange): Reply {
  if (exchange.headers['x-api-key'] !== SANDBOX_DVLA_API_KEY) return dvlaErrorReply(403);
  const registration = registrationIn(exchange);
  const error = PUBLISHED_ERRORS[registration];
  if (error !== undefined) return dvlaErrorReply(error);
  const made = exchange.state.vehicles.get(registration);
  const facts = made?.facts ?? publishedVehicle(registration, exchange.now);
  return facts ? { status: 200, body: facts } : dvlaErrorReply(404);
}

/** Capitals and figures only: the service takes no spaces or symbols. */
function registrationIn(exchange: Exchange): string {
  const value = hasJsonType(exchange) ? jsonBody(exchange)?.['registrationNumber'] : undefined;
  const registration = typeof value === 'string' ? value.toUpperCase() : '';
  if (!REGISTRATION.test(registration)) throw new Refusal(dvlaErrorReply(400));
  return registration;
}
