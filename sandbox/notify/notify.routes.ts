import { type Exchange, type Handler, jsonBody, type Reply } from '../server/exchange.js';
import { type Route } from '../server/routes.js';
import { SANDBOX_NOTIFY_PATH } from '../notify-settings.js';
import { type MessageKind } from './message.record.js';
import { messageJson, sentJson } from './message-json.js';
import { isFindable } from './message-progress.js';
import { searchMessages } from './message-search.js';
import { invalid, notFound, notifyFaultReply, rateLimited } from './notify-errors.js';
import { refuseToken } from './notify-token.js';
import { previewTemplate } from './preview-template.js';
import { readMessage } from './send-message.js';
import { type Template, templateJson, TEMPLATE_VERSION, TEMPLATES } from './templates.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The part of GOV.UK Notify's API that its official client calls. */
export function notifyRoutes(): Route[] {
  const rate = new SendRate();
  return [
    route('POST', '/v2/notifications/email', 'send-email', sender('email', rate)),
    route('POST', '/v2/notifications/sms', 'send-sms', sender('sms', rate)),
    route('POST', '/v2/notifications/letter', 'send-letter', sender('letter', rate)),
    route('GET', '/v2/notifications', 'search', search),
    route('GET', '/v2/notifications/:messageId', 'read', read),
    route('GET', '/v2/templates', 'templates', listTemplates),
    route('GET', '/v2/template/:templateId', 'template', readTemplate),
    route('GET', '/v2/template/:templateId/version/:version', 'template', readTemplate),
    route('POST', '/v2/template/:templateId/preview', 'preview', preview),
    route('GET', '/v2/received-text-messages', 'received-texts', receivedTexts),
  ];
}

function route(
  method: Route['method'],
  pattern: string,
  operation: string,
  handler: Handler,
): Route {
  return {
    method,
    pattern: `${SANDBOX_NOTIFY_PATH}${pattern}`,
    service: 'notify',
    operation,
    handler: (exchange) =>
      refuseToken(exchange.headers.authorization, Math.floor(Date.now() / 1000)) ??
      handler(exchange),
    faultReply: notifyFaultReply,
  };
}

/** The sends of the last 60 seconds, by the machine's clock. */
class SendRate {
  private sends: number[] = [];

  allows(most: number, nowMs: number): boolean {
    this.sends = this.sends.filter((at) => at > nowMs - 60_000);
    if (this.sends.length >= most) return false;
    this.sends.push(nowMs);
    return true;
  }
}

function sender(kind: MessageKind, rate: SendRate): Handler {
  return (exchange) => {
    const most = exchange.state.settings.notifySendsAMinute;
    if (!rate.allows(most, Date.now())) return rateLimited(most);
    const message = readMessage(exchange, kind);
    exchange.state.messages.put(message);
    const about = message.reference === null ? {} : { reference: message.reference };
    return { status: 201, body: sentJson(message, baseOf(exchange)), about };
  };
}

function search(exchange: Exchange): Reply {
  const place = { base: baseOf(exchange), now: exchange.now };
  const messages = exchange.state.messages.all();
  return { status: 200, body: searchMessages(messages, exchange.url.searchParams, place) };
}

function read(exchange: Exchange): Reply {
  const id = exchange.params['messageId'] ?? '';
  if (!UUID.test(id)) throw invalid('notification_id is not a valid UUID');
  const message = exchange.state.messages.get(id);
  if (!message || !isFindable(message, exchange.now)) throw notFound('No result found');
  return { status: 200, body: messageJson(message, baseOf(exchange), exchange.now) };
}

function listTemplates(exchange: Exchange): Reply {
  const kind = exchange.url.searchParams.get('type');
  if (kind !== null && !['sms', 'email', 'letter'].includes(kind)) {
    throw invalid(`type ${kind} is not one of [sms, email, letter]`);
  }
  const templates = TEMPLATES.filter((template) => kind === null || template.kind === kind);
  return { status: 200, body: { templates: templates.map(templateJson) } };
}

function readTemplate(exchange: Exchange): Reply {
  const version = exchange.params['version'] ?? String(TEMPLATE_VERSION);
  if (version !== String(TEMPLATE_VERSION)) throw notFound('No Result Found');
  return { status: 200, body: templateJson(namedTemplate(exchange)) };
}

function preview(exchange: Exchange): Reply {
  return { status: 200, body: previewTemplate(namedTemplate(exchange), jsonBody(exchange) ?? {}) };
}

/** Nobody writes to the stand-in. */
function receivedTexts(exchange: Exchange): Reply {
  const current = `${baseOf(exchange)}/v2/received-text-messages`;
  return { status: 200, body: { received_text_messages: [], links: { current } } };
}

function namedTemplate(exchange: Exchange): Template {
  const id = exchange.params['templateId'] ?? '';
  if (!UUID.test(id)) throw invalid('id is not a valid UUID');
  const template = TEMPLATES.find((candidate) => candidate.id === id);
  if (!template) throw notFound('No Result Found');
  return template;
}

function baseOf(exchange: Exchange): string {
  return `${exchange.origin}${SANDBOX_NOTIFY_PATH}`;
}
