import { isPaperKind, type PaperKind } from '../permit-types/paper-kinds.rules.js';
import { isLocalDate, type LocalDate } from '../shared/london-date.js';
import type { ReasonTerms } from './reason-terms.rules.js';

/** Names a reason for ever. Some are known to the code, which suggests them; any may be retired. */
export type ReasonCode = string;

/** The reasons as the council has them on a day, for an application of one permit type. */
export interface ReasonCatalogue {
  readonly on: LocalDate;
  /** Null where no application is looked at: nothing is left out for its type. */
  readonly permitTypeCode: string | null;
  /** Every reason there ever was, in the order shown; a retired one still names old decisions. */
  readonly reasons: ReadonlyMap<ReasonCode, ReasonTerms>;
}

/** Whether an officer may give it: not retired on that day, and meant for this permit type. */
export function isOffered(
  { retiredFromOn, permitTypes }: ReasonTerms,
  { on, permitTypeCode }: Pick<ReasonCatalogue, 'on' | 'permitTypeCode'>,
): boolean {
  if (retiredFromOn !== null && retiredFromOn <= on) return false;
  return permitTypes === null || permitTypeCode === null || permitTypes.includes(permitTypeCode);
}

/** The reason's name for staff; the code itself where no such reason was ever known. */
export function reasonLabel({ reasons }: ReasonCatalogue, code: ReasonCode): string {
  return reasons.get(code)?.label ?? code;
}

export function isReasonCode({ reasons }: ReasonCatalogue, code: string): boolean {
  return reasons.has(code);
}

/** In the order shown; two of the same place stand in the order of their names. */
export function inOrder(reasons: ReadonlyMap<ReasonCode, ReasonTerms>): [string, ReasonTerms][] {
  return [...reasons].sort(
    ([oneCode, one], [otherCode, other]) =>
      one.order - other.order || (oneCode < otherCode ? -1 : 1),
  );
}

/** A stored version as it was written. @throws when the row is no reason */
export function readReasonTerms(content: object, version: number): ReasonTerms {
  const stored = content as Partial<Omit<ReasonTerms, 'version'>>;
  const { label, wording, bring, appliesTo, retiredFromOn = null } = stored;
  if (typeof label !== 'string' || typeof wording !== 'string' || typeof bring !== 'string') {
    throw new Error('A stored reason lacks its words.');
  }
  return {
    ...{ version, label, wording, bring },
    appliesTo: appliesTo === 'paper' ? 'paper' : 'application',
    paperKinds: stored.paperKinds?.filter((kind): kind is PaperKind => isPaperKind(kind)) ?? null,
    permitTypes: stored.permitTypes ?? null,
    moneyEffect: 'release',
    canAskAgain: stored.canAskAgain === true,
    needsWords: stored.needsWords === true,
    order: Number(stored.order ?? 0),
    retiredFromOn: retiredFromOn !== null && isLocalDate(retiredFromOn) ? retiredFromOn : null,
  };
}
