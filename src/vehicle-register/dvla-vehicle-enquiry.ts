import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import type { Registration } from '../shared/vehicle-registration.js';
import type { NotCheckedReason } from './not-checked.rules.js';
import { RequestPace } from './request-pace.js';
import { readRegisterFacts } from './register-facts.rules.js';
import { type RegisterAnswer, VehicleRegisterGateway } from './vehicle-register-gateway.js';

interface HttpAnswer {
  status: number;
  body: unknown;
  retryAfterSeconds: number | null;
}

/**
 * DVLA's Vehicle Enquiry Service: POST /v1/vehicles with the registration number in the body, so
 * that it stands in no address (R-VRM-9). Source: developer-portal.driver-vehicle-licensing.api.gov.uk,
 * Vehicle Enquiry Service: service description, OpenAPI specification, mock responses.
 */
@Injectable()
export class DvlaVehicleEnquiry extends VehicleRegisterGateway {
  constructor(
    private readonly settings: Settings,
    private readonly pace: RequestPace,
  ) {
    super();
  }

  override get isConfigured(): boolean {
    return this.settings.isRegisterAsked;
  }

  override async ask(registration: Registration): Promise<RegisterAnswer> {
    const milliseconds = this.pace.take();
    if (milliseconds > 0) return { answer: 'later', milliseconds };
    const http = await this.post({ registrationNumber: registration });
    return http === null ? notChecked('no_answer') : toAnswer(http, registration);
  }

  /** Null: no whole answer came in time. */
  private async post(body: object): Promise<HttpAnswer | null> {
    try {
      const response = await fetch(`${this.settings.VES_URL}/v1/vehicles`, {
        method: 'POST',
        redirect: 'manual',
        signal: AbortSignal.timeout(this.settings.VES_TIMEOUT_MS),
        headers: {
          'x-api-key': this.settings.VES_API_KEY ?? '',
          'x-correlation-id': randomUUID(),
          'content-type': 'application/json',
          accept: 'application/json',
        },
        body: JSON.stringify(body),
      });
      return {
        status: response.status,
        body: jsonOf(await response.text()),
        retryAfterSeconds: secondsOf(response.headers.get('retry-after')),
      };
    } catch {
      return null;
    }
  }
}

function toAnswer(http: HttpAnswer, registration: Registration): RegisterAnswer {
  const { status, body, retryAfterSeconds } = http;
  if (status === 200) {
    const facts = readRegisterFacts(body, registration);
    return facts ? { answer: 'found', facts } : notChecked('not_understood');
  }
  // A 404 that is not the service's own comes from a wrong address, and says nothing of a vehicle.
  if (status === 404) {
    return isOwnError(body, 404) ? { answer: 'not_in_register' } : notChecked('not_understood');
  }
  if (status === 400) return notChecked('not_accepted');
  if (status === 429) return notChecked('too_many_requests', retryAfterSeconds);
  if (status >= 500) return notChecked('service_down', retryAfterSeconds);
  return notChecked(status >= 400 ? 'refused' : 'not_understood');
}

function notChecked(
  because: NotCheckedReason,
  retryAfterSeconds: number | null = null,
): RegisterAnswer {
  return { answer: 'not_checked', because, retryAfterSeconds };
}

/** `{ errors: [{ status: "404", … }] }`; some errors come as the bare list. */
function isOwnError(body: unknown, status: number): boolean {
  const listed = isRecord(body) ? body['errors'] : body;
  const [first]: unknown[] = Array.isArray(listed) ? listed : [];
  return isRecord(first) && String(first['status']) === String(status);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header.trim()) ? Number(header) : null;
}
