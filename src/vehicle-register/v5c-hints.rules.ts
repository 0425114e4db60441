import { countText } from '../shared/duration-text.js';
import { daysBetween, formatDate, type LocalDate } from '../shared/local-date.js';
import {
  type KeeperPaper,
  loud,
  quiet,
  type RegisterHint,
  type RegisterQuestion,
} from './register-hint.rules.js';

/** A V5C issued so few days before an application came suggests a new keeper. */
const JUST_BOUGHT_DAYS = 60;

type Dated = KeeperPaper & { readonly datedOn: LocalDate };

/**
 * R-VES-2: every re-issue makes the document before it void (R-V5C-3), so a paper older than the
 * register's last issue may have been replaced.
 */
export function v5cHints({ facts, papers, receivedOn }: RegisterQuestion): RegisterHint[] {
  const last = facts.lastV5cIssuedOn;
  if (last === null) return [];
  const dated = papers.filter((paper): paper is Dated => paper.datedOn !== null);
  const hints = dated.flatMap((paper) =>
    paper.kind === 'v5c' ? documentHints(paper, last) : slipHints(paper, last),
  );
  return dated.length > 0 ? hints : justBoughtHints(last, receivedOn);
}

function documentHints({ position, datedOn }: Dated, last: LocalDate): RegisterHint[] {
  const paper = `The V5C in paper ${position}`;
  if (datedOn < last) {
    const words = `${paper} was issued on ${formatDate(datedOn)}, but the register issued one on ${formatDate(last)}: this one may have been replaced.`;
    return [loud('v5c_superseded', words)];
  }
  if (datedOn === last) return [];
  const words = `${paper} is dated ${formatDate(datedOn)}, after the register’s last one of ${formatDate(last)}. The date may be misread, or the register behind.`;
  return [loud('v5c_after_register', words)];
}

function slipHints({ position, datedOn }: Dated, last: LocalDate): RegisterHint[] {
  const slip = `The new keeper slip in paper ${position} is of ${formatDate(datedOn)}`;
  if (datedOn < last) {
    const words = `${slip}, and the register has issued a V5C since, on ${formatDate(last)}: the keeper should have it by now.`;
    return [loud('slip_superseded', words)];
  }
  const words = `${slip}. The register has issued no V5C since (its last is of ${formatDate(last)}), as is usual when a vehicle was just bought.`;
  return [quiet('slip_not_yet', words)];
}

function justBoughtHints(last: LocalDate, receivedOn: LocalDate): RegisterHint[] {
  const days = daysBetween(last, receivedOn);
  if (days > JUST_BOUGHT_DAYS) return [];
  const words = `The register last issued a V5C on ${formatDate(last)}, ${whenWords(days)}: the vehicle may have changed keeper. An older V5C would be out of date.`;
  return [quiet('just_bought', words)];
}

function whenWords(days: number): string {
  if (days === 0) return 'on the day the application came';
  return days < 0
    ? 'after the application came'
    : `${countText(days, 'day')} before the application came`;
}
