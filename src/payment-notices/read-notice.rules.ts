import { ok, type Outcome, refuse } from '../shared/outcome.js';

/** What is read of a notice; everything else in it is left alone. */
export interface Notice {
  messageId: string;
  eventType: string;
  /** The provider's id of what it is about. */
  resourceId: string;
  isAboutPayment: boolean;
}

const ID = /^[\w-]{1,64}$/;

/**
 * Reads a notice of GOV.UK Pay. Its example calls the id `webhook_message_id`, its table of
 * attributes calls it `id`: either is taken.
 */
export function readNotice(content: unknown): Outcome<{ notice: Notice }, 'unknown_shape'> {
  const fields = fieldsOf(content);
  const messageId = fields['webhook_message_id'] ?? fields['id'];
  const resourceId = fields['resource_id'];
  const eventType = fields['event_type'];
  if (!isId(messageId) || !isId(resourceId) || !isId(eventType)) return refuse('unknown_shape');
  const isAboutPayment = (fields['resource_type'] ?? 'payment') === 'payment';
  return ok({ notice: { messageId, eventType, resourceId, isAboutPayment } });
}

function fieldsOf(content: unknown): Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null ? { ...content } : {};
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}
