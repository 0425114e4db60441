import { link, type LinkParams } from '../platform/web/component-types.js';
import { mayDo } from '../staff/permissions.rules.js';
import type { StaffRole } from '../staff/staff-roles.rules.js';
import type { MoneyFacts } from './money-facts.rules.js';
import { moneyStory } from './money-story.rules.js';
import type { MoneyStep } from './money-steps.rules.js';

/** The panel `money-story/panel` prints. */
export interface MoneyPanel {
  now: string;
  /** "Read at the payment service on …"; null where nothing was read. */
  readAt: string | null;
  steps: MoneyStep[];
  next: string[];
  alarms: string[];
  /** The lines of the ledger; null for who may not see them. */
  ledger: LinkParams | null;
}

/** @param ledgerFor who may be led to the lines of the ledger of which case; null on that page itself */
export function moneyPanel(
  facts: MoneyFacts,
  ledgerFor: { reference: string; role: StaffRole } | null,
): MoneyPanel {
  const { now, readAt, steps, next, alarms } = moneyStory(facts);
  const mayFollow = ledgerFor !== null && mayDo(ledgerFor.role, 'see-ledger');
  return {
    ...{ now, steps, next, alarms },
    readAt: readAt === null ? null : `Read at the payment service on ${readAt}.`,
    ledger: mayFollow
      ? link('See the lines of the ledger', `/applications/${ledgerFor.reference}/money`)
      : null,
  };
}
