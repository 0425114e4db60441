import type { RefundFilters } from './refunds.form.js';

export const REFUNDS_PATH = '/refunds';
export const NO_REFUND_FILTERS: RefundFilters = {
  ...{ lane: '', what: '', cause: '', age: '', amount: '', reference: '' },
};

/** One row of the board by when it was asked for; its id parts those of one instant. */
export interface RefundPlace {
  requestedAt: Date;
  commandId: string;
}

/** The address of a page of the board; what is as always is left out. */
export function refundsHref(
  filters: RefundFilters,
  from: { side: 'after' | 'before'; place: RefundPlace } | null = null,
): string {
  const query = new URLSearchParams(givenFilters(filters));
  if (from) query.set(from.side, placeText(from.place));
  return query.size === 0 ? REFUNDS_PATH : `${REFUNDS_PATH}?${query.toString()}`;
}

/** The filters that differ from none, by name. */
export function givenFilters(filters: RefundFilters): Record<string, string> {
  const names = Object.keys(NO_REFUND_FILTERS) as (keyof RefundFilters)[];
  return Object.fromEntries(
    names.filter((name) => filters[name] !== '').map((name) => [name, filters[name]]),
  );
}

function placeText({ requestedAt, commandId }: RefundPlace): string {
  return `${requestedAt.getTime()}-${commandId}`;
}

/** @param text as the form lets it through; null when empty */
export function readPlace(text: string): RefundPlace | null {
  const [, millis, commandId] = /^(\d+)-(.{36})$/.exec(text) ?? [];
  return millis && commandId ? { requestedAt: new Date(Number(millis)), commandId } : null;
}
