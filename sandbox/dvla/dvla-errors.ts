import { type Reply } from '../server/exchange.js';

const TITLES: Readonly<Record<number, readonly [title: string, detail: string]>> = {
  400: ['Bad Request', 'Invalid format for field - vehicle registration number'],
  404: ['Vehicle Not Found', 'Record for vehicle not found'],
  409: ['Conflict', 'The request cannot be carried out'],
  500: ['Internal Server Error', 'System Error occurred'],
};

/**
 * The service's own error bodies: most are `{ errors: [...] }`, maintenance is a bare list, and what
 * the gateway in front of it refuses (a wrong key, too many requests) says only `message`.
 */
export function dvlaErrorReply(status: number): Reply {
  if (status === 403) return { status, body: { message: 'Forbidden' } };
  if (status === 429) return { status, body: { message: 'Too Many Requests' } };
  if (status === 503) return { status, body: [MAINTENANCE] };
  const [title, detail] = TITLES[status] ?? ['Error', 'Error'];
  const code = String(status);
  return { status, body: { errors: [{ status: code, code, title, detail }] } };
}

const MAINTENANCE = {
  status: 503,
  title: 'System currently down for maintenance',
  detail:
    'The service is currently down for maintenance, please contact support for more information',
};
