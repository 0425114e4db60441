import { isJsonObject, type JsonObject } from '../server/exchange.js';
import { html } from '../pages/html.js';
import { fillTemplate, type Template, TEMPLATE_VERSION } from './templates.js';

/** `POST /v2/template/{id}/preview`: the text as it would be sent; e-mails also as HTML. */
export function previewTemplate(template: Template, body: JsonObject): JsonObject {
  const personalisation = isJsonObject(body['personalisation']) ? body['personalisation'] : {};
  const filled = fillTemplate(template, personalisation);
  return {
    id: template.id,
    type: template.kind,
    version: TEMPLATE_VERSION,
    body: filled.body,
    html: template.kind === 'email' ? paragraphs(filled.body) : null,
    subject: filled.subject,
    postage: template.kind === 'letter' ? 'second' : null,
  };
}

function paragraphs(body: string): string {
  const parts = body.split(/\n{2,}/).map((part) => html`<p>${part}</p>`);
  return html`${parts}`.text;
}
