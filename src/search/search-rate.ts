import { RateLimit } from '../platform/web/rate-limit.js';

export const SEARCHES_A_MINUTE = 60;

/** How often one person may search: enough for any work, too little to copy a list. */
export class SearchRate extends RateLimit {
  constructor(points = SEARCHES_A_MINUTE, seconds = 60) {
    super({ points, seconds });
  }
}
