import { button, type ButtonParams } from '../platform/web/components/navigation.js';
import type { CaseFormFields } from '../case-forms/case-form.js';
import { formatDate, formatDateTime } from '../shared/london-date.js';
import { holdReasonWords } from './hold-reasons.rules.js';
import type { HoldShown } from './holds.queries.js';
import { wakesTooLateForMoney } from './wake-date.rules.js';

/** For `{{> holds/banner hold}}`. */
export interface HoldBanner {
  until: string;
  why: string;
  setBy: string;
  /** The payment's hold ends before; null when it does not. */
  warning: string | null;
  /** Null for who may not end it. */
  end: { action: string; caseForm: CaseFormFields; submit: ButtonParams } | null;
}

interface Held {
  hold: HoldShown;
  application: { reference: string; holdEndsAt: Date | null };
  mayEnd: boolean;
  caseForm: CaseFormFields;
}

export function holdBanner({ hold, application, mayEnd, caseForm }: Held): HoldBanner {
  const action = `/applications/${application.reference}/hold/end`;
  return {
    until: `On hold until ${formatDate(hold.wakeOn)}. It wakes by itself. Its age goes on counting.`,
    why: holdReasonWords(hold.reason, hold.words),
    setBy: `${hold.setByName}, ${formatDateTime(hold.setAt)}`,
    warning: moneyWarning(hold, application.holdEndsAt),
    end: mayEnd ? { action, caseForm, submit: endButton } : null,
  };
}

const endButton = button({ text: 'End the hold now', variant: 'secondary' });

function moneyWarning({ wakeOn }: Pick<HoldShown, 'wakeOn'>, holdEndsAt: Date | null) {
  if (holdEndsAt === null || !wakesTooLateForMoney(wakeOn, holdEndsAt)) return null;
  return lateForMoney(holdEndsAt);
}

/** Said before a hold is set and while it is on. */
export function lateForMoney(holdEndsAt: Date): string {
  return `The payment’s hold ends ${formatDateTime(holdEndsAt)}, before the case wakes.`;
}
