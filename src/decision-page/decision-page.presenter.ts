import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import type { Decision } from '../decisions/decisions.store.js';
import type { Letter } from '../letters/letters.store.js';
import { moneySteps } from '../payments/payment-words.rules.js';
import { linesContent, link, type LinkParams } from '../platform/web/component-types.js';
import type { IdentityBarParams } from '../platform/web/components/case-page.js';
import {
  backLink,
  button,
  type ButtonParams,
  type PlainLinkParams,
} from '../platform/web/components/navigation.js';
import { panel, type PanelParams } from '../platform/web/components/panel.js';
import { formatDateTime } from '../shared/london-date.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import { type DecisionStep, letterSteps } from './decision-steps.rules.js';

export interface DecisionPage {
  title: string;
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  panel: PanelParams;
  next: string[];
  steps: DecisionStep[];
  /** When these steps were read, and where to read them again. */
  readAt: string;
  refresh: LinkParams;
  /** The reasons as they were sent; empty for an approval. */
  reasons: string[];
  letters: LinkParams[];
  privateNote: string | null;
  reviewNext: ButtonParams | null;
  queue: LinkParams;
}

export interface Deciding {
  file: CaseFile;
  decision: Decision;
  decidedBy: string | null;
  letters: readonly Letter[];
  staff: CurrentStaff;
  now: Date;
}

const TITLES: Readonly<Record<Decision['outcome'], string>> = {
  approved: 'Application approved',
  rejected: 'Application rejected',
  withdrawn: 'Application withdrawn',
};

/** The end of a decision, and its record: what was decided, what follows and how far that is. */
export function decisionPage(deciding: Deciding): DecisionPage {
  const { file, decision, decidedBy, letters, staff, now } = deciding;
  const { reference } = file.application;
  const caseHref = `/applications/${reference}`;
  const by = `${decidedBy ?? 'Somebody'}, ${formatDateTime(decision.decidedAt)}`;
  return {
    title: `${TITLES[decision.outcome]}: ${reference}`,
    backLink: backLink(caseHref, `Back to ${reference}`),
    bar: caseBar(file, now),
    panel: panel({ title: TITLES[decision.outcome], content: linesContent([reference, by]) }),
    next: whatFollows(deciding),
    steps: [...file.commands.flatMap(moneySteps), ...letters.flatMap(letterSteps)],
    readAt: formatDateTime(now),
    refresh: link('Look again', `${caseHref}/decision`),
    reasons: decision.reasons.map(({ words }) => words),
    letters: letters.map(({ id }, index) =>
      link(`Read letter ${index + 1} as it was sent`, `${caseHref}/letters/${id}`),
    ),
    // Support answers residents and is not shown what colleagues wrote about them.
    privateNote: staff.role === 'support' ? null : decision.privateNote,
    reviewNext: mayDo(staff.role, 'claim') ? button({ text: 'Review next case' }) : null,
    queue: link('Back to the queue', '/queue'),
  };
}

function whatFollows({ file, letters }: Deciding): string[] {
  const told = letters.length > 0 ? 'The resident is told at once, in the letter below.' : null;
  const [command] = file.commands;
  const money = command
    ? 'The payment service is told within a minute. If it cannot be reached, we keep trying for more than an hour, and then ask a person.'
    : 'No money moves: nothing was held or taken for this application.';
  const bank =
    command?.kind === 'release' ? 'The bank decides when the resident sees the money.' : null;
  return [told, money, bank].filter((words) => words !== null);
}
