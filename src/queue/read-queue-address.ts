import { BadRequestException } from '@nestjs/common';
import { parseQuery } from '../platform/web/parse-form.js';
import { readPlace } from './queue-order.rules.js';
import { QueueForm } from './queue.form.js';
import type { QueueWish } from './queue.queries.js';

/** An address that no page of ours links to is refused, not guessed at. */
export function readQueueAddress(query: unknown): Pick<QueueWish, 'filters' | 'order' | 'from'> {
  const parsed = parseQuery(QueueForm, query);
  if (!parsed.ok) throw new BadRequestException('The list cannot be in that order or so narrowed.');
  const { sort, direction, after, before, ...filters } = parsed.form;
  return { filters, order: { sort, direction }, from: placeIn({ sort, after, before }) };
}

function placeIn({ sort, after, before }: Pick<QueueForm, 'sort' | 'after' | 'before'>) {
  if (!after && !before) return null;
  const place = readPlace(after || before, sort);
  if (!place || (after && before)) throw new BadRequestException();
  return { place, side: after ? ('after' as const) : ('before' as const) };
}
