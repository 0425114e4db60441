import { type JsonObject } from '../server/exchange.js';
import { type MessageRecord } from './message.record.js';
import { messageStatusAt } from './message-progress.js';
import { TEMPLATE_VERSION } from './templates.js';

const SMS_RATE_POUNDS = 0.0227;
const FROM_NUMBER = 'GOVUK';
const FROM_EMAIL = 'parking.permits@notifications.service.gov.uk';

/** The answer to a send. @param base the address of the API: http://127.0.0.1:PORT/notify */
export function sentJson(message: MessageRecord, base: string): JsonObject {
  return {
    id: message.id,
    reference: message.reference,
    content: contentJson(message),
    uri: `${base}/v2/notifications/${message.id}`,
    template: {
      id: message.templateId,
      version: TEMPLATE_VERSION,
      uri: `${base}/v2/template/${message.templateId}`,
    },
    scheduled_for: null,
    ...(message.kind === 'email' && { sanitised_content: {} }),
  };
}

/** A message as `GET /v2/notifications/{id}` shows it. */
export function messageJson(message: MessageRecord, base: string, now: Date): JsonObject {
  const status = messageStatusAt(message, now);
  const isComplete = now.getTime() >= Date.parse(message.completedAt);
  const isSent = now.getTime() >= Date.parse(message.sentAt);
  return {
    id: message.id,
    reference: message.reference,
    email_address: message.kind === 'email' ? message.to : null,
    phone_number: message.kind === 'sms' ? message.to : null,
    ...addressJson(message),
    postage: message.kind === 'letter' ? 'second' : null,
    type: message.kind,
    status,
    template: {
      version: TEMPLATE_VERSION,
      id: message.templateId,
      uri: `${base}/v2/template/${message.templateId}/version/${TEMPLATE_VERSION}`,
    },
    body: message.body,
    subject: message.subject,
    created_at: instant(message.createdAt),
    created_by_name: null,
    sent_at: isSent ? instant(message.sentAt) : null,
    completed_at: isComplete ? instant(message.completedAt) : null,
    scheduled_for: null,
    one_click_unsubscribe_url: null,
    ...costJson(message, isSent),
  };
}

function contentJson(message: MessageRecord): JsonObject {
  if (message.kind === 'sms') return { body: message.body, from_number: FROM_NUMBER };
  if (message.kind === 'letter') return { subject: message.subject, body: message.body };
  return { subject: message.subject, body: message.body, from_email: FROM_EMAIL };
}

function addressJson(message: MessageRecord): JsonObject {
  const line = (index: number): [string, string | null] => [
    `line_${index + 1}`,
    message.addressLines[index] ?? null,
  ];
  return Object.fromEntries([0, 1, 2, 3, 4, 5, 6].map(line));
}

function costJson(message: MessageRecord, isReady: boolean): JsonObject {
  if (message.kind === 'email') {
    return { is_cost_data_ready: true, cost_in_pounds: 0, cost_details: {} };
  }
  if (!isReady) return { is_cost_data_ready: false, cost_in_pounds: null, cost_details: {} };
  if (message.kind === 'letter') {
    const cost_details = { billable_sheets_of_paper: 1, postage: 'second' };
    return { is_cost_data_ready: true, cost_in_pounds: 0.76, cost_details };
  }
  const parts = message.body.length <= 160 ? 1 : Math.ceil(message.body.length / 153);
  return {
    is_cost_data_ready: true,
    cost_in_pounds: parts * SMS_RATE_POUNDS,
    cost_details: {
      billable_sms_fragments: parts,
      international_rate_multiplier: 1,
      sms_rate: SMS_RATE_POUNDS,
    },
  };
}

/** Notify writes microseconds. */
function instant(iso: string): string {
  return iso.replace(/\.(\d{3})Z$/, '.$1000Z');
}
