import { randomUUID } from 'node:crypto';
import { type Exchange, isJsonObject, jsonBody, type JsonObject } from '../server/exchange.js';
import { SANDBOX_NOTIFY_SERVICE_ID } from '../notify-settings.js';
import { type MessageKind, type MessageRecord } from './message.record.js';
import { badRequest, invalid } from './notify-errors.js';
import {
  checkAddress,
  checkEmailAddress,
  checkPhoneNumber,
  isSmokeTest,
  outcomeFor,
} from './recipients.js';
import { fillTemplate, type Template, TEMPLATES } from './templates.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LONGEST_REFERENCE = 1000;
const LONGEST_TEXT = 918;
const LARGEST_EMAIL_BYTES = 2_000_000;

/** The fields each kind of send may carry, as the official client sends them. */
const FIELDS: Record<MessageKind, readonly string[]> = {
  email: [
    'email_address',
    'email_reply_to_id',
    'one_click_unsubscribe_url',
    'sanitise_content_for',
  ],
  sms: ['phone_number', 'sms_sender_id'],
  letter: [],
};
const SHARED_FIELDS = ['template_id', 'personalisation', 'reference'];

interface SendRequest {
  template: Template;
  personalisation: JsonObject;
  reference: string | null;
  to: string;
  addressLines: string[];
}

/** Checks a send as Notify does and gives the message it makes, or throws Notify's refusal. */
export function readMessage(exchange: Exchange, kind: MessageKind): MessageRecord {
  const body = jsonBody(exchange);
  if (!body) throw badRequest('Invalid JSON supplied in POST data');
  const request = readSendRequest(body, kind);
  const filled = fillTemplate(request.template, request.personalisation);
  refuseTooLong(kind, filled.body);
  const step = exchange.state.settings.deliveryStepMs;
  const at = (steps: number): string =>
    new Date(exchange.now.getTime() + steps * step).toISOString();
  return {
    id: randomUUID(),
    kind,
    reference: request.reference,
    templateId: request.template.id,
    to: request.to,
    addressLines: request.addressLines,
    ...filled,
    createdAt: at(0),
    sentAt: at(1),
    completedAt: at(2),
    outcome: kind === 'letter' ? 'delivered' : outcomeFor(request.to),
    isSmokeTest: kind !== 'letter' && isSmokeTest(request.to),
  };
}

function readSendRequest(body: JsonObject, kind: MessageKind): SendRequest {
  refuseWrongShape(body, kind);
  const template = readTemplate(body['template_id'], kind);
  const personalisation = isJsonObject(body['personalisation']) ? body['personalisation'] : {};
  const addressLines = kind === 'letter' ? checkAddress(personalisation) : [];
  const reference = typeof body['reference'] === 'string' ? body['reference'] : null;
  return {
    template,
    personalisation,
    reference,
    to: readRecipient(body, kind) ?? addressLines.join(', '),
    addressLines,
  };
}

/** Notify's schema: it names every fault at once. */
function refuseWrongShape(body: JsonObject, kind: MessageKind): void {
  const allowed = [...SHARED_FIELDS, ...FIELDS[kind]];
  const required = ['template_id', ...FIELDS[kind].slice(0, 1)];
  if (kind === 'letter') required.push('personalisation');
  const faults = required
    .filter((name) => !(name in body))
    .map((name) => `${name} is a required property`);
  for (const name of Object.keys(body).filter((given) => !allowed.includes(given))) {
    faults.push(`Additional properties are not allowed (${name} was unexpected)`);
  }
  faults.push(...typeFaults(body));
  if (faults.length > 0) throw invalid(...faults);
}

function typeFaults(body: JsonObject): string[] {
  const faults: string[] = [];
  for (const name of ['template_id', 'email_reply_to_id', 'sms_sender_id']) {
    const value = body[name];
    if (name in body && (typeof value !== 'string' || !UUID.test(value))) {
      faults.push(`${name} is not a valid UUID`);
    }
  }
  const { personalisation, reference } = body;
  if (personalisation !== undefined && !isJsonObject(personalisation)) {
    faults.push(`personalisation ${JSON.stringify(personalisation)} is not of type object`);
  }
  if (reference !== undefined && typeof reference !== 'string') {
    faults.push(`reference ${JSON.stringify(reference)} is not of type string`);
  }
  if (typeof reference === 'string' && reference.length > LONGEST_REFERENCE) {
    faults.push(`reference ${reference} is too long`);
  }
  const unsubscribe = body['one_click_unsubscribe_url'];
  if (unsubscribe !== undefined && !String(unsubscribe).startsWith('https')) {
    faults.push('one_click_unsubscribe_url is not a valid https url');
  }
  return faults;
}

function readRecipient(body: JsonObject, kind: MessageKind): string | null {
  const own = kind === 'email' ? 'email_reply_to_id' : 'sms_sender_id';
  if (kind !== 'letter' && own in body) {
    const service = SANDBOX_NOTIFY_SERVICE_ID;
    const given = String(body[own]);
    throw badRequest(`${own} ${given} does not exist in database for service id ${service}`);
  }
  if (kind === 'email') return checkEmailAddress(body['email_address']);
  if (kind === 'sms') return checkPhoneNumber(body['phone_number']);
  return null;
}

function readTemplate(id: unknown, kind: MessageKind): Template {
  const template = TEMPLATES.find((candidate) => candidate.id === id);
  if (!template) throw badRequest('Template not found');
  if (template.kind !== kind) {
    throw badRequest(`${template.kind} template is not suitable for ${kind} notification`);
  }
  return template;
}

function refuseTooLong(kind: MessageKind, body: string): void {
  if (kind === 'sms' && body.length > LONGEST_TEXT) {
    throw badRequest(
      `Text messages cannot be longer than ${LONGEST_TEXT} characters. Your message is ${body.length} characters long.`,
    );
  }
  const bytes = Buffer.byteLength(body);
  if (kind === 'email' && bytes > LARGEST_EMAIL_BYTES) {
    throw badRequest(
      `Emails cannot be longer than ${LARGEST_EMAIL_BYTES} bytes. Your message is ${bytes} bytes.`,
    );
  }
}
