import { LARGEST_PAGE } from './pages-of-results.js';

const ISO_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const ISO_DATE = /^\d{4}-\d\d-\d\d$/;

export type ParameterCheck = (value: string) => boolean;

/** What both searches know. */
export const SEARCH_PARAMETERS: Record<string, ParameterCheck> = {
  from_date: isInstant,
  to_date: isInstant,
  from_settled_date: (value) => ISO_DATE.test(value),
  to_settled_date: (value) => ISO_DATE.test(value),
  page: (value) => isWholeBetween(value, 1, Number.MAX_SAFE_INTEGER),
  display_size: (value) => isWholeBetween(value, 1, LARGEST_PAGE),
};

/** The names of the parameters that are wrong, as Pay lists them; empty when all are right. */
export function wrongParameters(
  query: URLSearchParams,
  checks: Record<string, ParameterCheck>,
): string {
  return Object.entries(checks)
    .filter(([name, isRight]) => query.get(name) && !isRight(query.get(name) ?? ''))
    .map(([name]) => name)
    .join(', ');
}

/** From the first day on, before the second; what is not settled is in no period. */
export function isSettledBetween(settledAt: string | undefined, query: URLSearchParams): boolean {
  const [from, to] = [query.get('from_settled_date'), query.get('to_settled_date')];
  if (!from && !to) return true;
  if (settledAt === undefined) return false;
  const day = settledAt.slice(0, 10);
  return (!from || day >= from) && (!to || day < to);
}

function isInstant(value: string): boolean {
  return ISO_INSTANT.test(value) && !Number.isNaN(Date.parse(value));
}

function isWholeBetween(value: string, least: number, most: number): boolean {
  return /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;
}
