import { type JsonObject } from '../server/exchange.js';
import {
  SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
  SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
  SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
} from '../notify-settings.js';
import { type MessageKind } from './message.record.js';
import { badRequest } from './notify-errors.js';

export interface Template {
  id: string;
  name: string;
  kind: MessageKind;
  subject: string | null;
  body: string;
}

export const TEMPLATE_VERSION = 1;
const CREATED_AT = '2026-11-02T09:00:00.000000Z';

export const TEMPLATES: readonly Template[] = [
  {
    id: SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID,
    name: 'E-mail',
    kind: 'email',
    subject: '((subject))',
    body: '((body))',
  },
  {
    id: SANDBOX_NOTIFY_TEXT_TEMPLATE_ID,
    name: 'Text message',
    kind: 'sms',
    subject: null,
    body: '((body))',
  },
  {
    id: SANDBOX_NOTIFY_LETTER_TEMPLATE_ID,
    name: 'Letter',
    kind: 'letter',
    subject: '((subject))',
    body: '((body))',
  },
];

export interface FilledTemplate {
  subject: string | null;
  body: string;
}

const PLACEHOLDER = /\(\(([^()]+)\)\)/g;

/** Puts the values in their places; names match whatever their case, lists become bullet points. */
export function fillTemplate(template: Template, personalisation: JsonObject): FilledTemplate {
  const values = new Map(
    Object.entries(personalisation).map(([name, value]) => [plainName(name), value]),
  );
  const missing = placeholdersOf(template).filter((name) => isAbsent(values.get(plainName(name))));
  if (missing.length > 0) throw badRequest(`Missing personalisation: ${missing.join(', ')}`);
  const fill = (text: string): string =>
    text.replace(PLACEHOLDER, (_, name: string) => wordsOf(values.get(plainName(name))));
  return {
    subject: template.subject === null ? null : fill(template.subject),
    body: fill(template.body),
  };
}

export function templateJson(template: Template): JsonObject {
  return {
    id: template.id,
    name: template.name,
    type: template.kind,
    created_at: CREATED_AT,
    updated_at: null,
    version: TEMPLATE_VERSION,
    created_by: 'sandbox@example.com',
    subject: template.subject,
    body: template.body,
    letter_contact_block: null,
    postage: template.kind === 'letter' ? 'second' : null,
  };
}

function placeholdersOf(template: Template): string[] {
  const found = [...`${template.subject ?? ''} ${template.body}`.matchAll(PLACEHOLDER)];
  return [...new Set(found.map((match) => match[1] ?? ''))];
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '');
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null;
}

function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `\n\n* ${String(item)}`).join('');
  return String(value);
}
