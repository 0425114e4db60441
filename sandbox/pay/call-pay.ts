import { isJsonObject, type JsonObject } from '../server/exchange.js';
import { SANDBOX_PAY_API_KEY } from '../pay-settings.js';

export interface PayAnswer {
  status: number;
  /** Empty when the answer had no JSON body. */
  json: JsonObject;
}

/** Calls the stand-in as a service would. A string is sent as it stands, anything else as JSON. */
export async function callPay(
  base: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<PayAnswer> {
  const response = await fetch(`${base}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${SANDBOX_PAY_API_KEY}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json: unknown = text === '' ? {} : JSON.parse(text);
  return { status: response.status, json: isJsonObject(json) ? json : {} };
}
