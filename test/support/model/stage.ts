import type { ModelDesk } from './model-desk.js';
import type { PlainDesk } from './plain-desk.js';

/** The two desks that must agree. */
export interface Stage {
  desk: ModelDesk;
  plain: PlainDesk;
}

export interface Outcome {
  ok: boolean;
  refusal?: string;
}
