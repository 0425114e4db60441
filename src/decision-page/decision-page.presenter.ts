import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import type { Decision } from '../decisions/decisions.store.js';
import type { DecisionReview } from '../decision-reviews/decision-reviews.store.js';
import type { Letter } from '../letters/letters.store.js';
import type { CommandState } from '../payments/payment-actions.rules.js';
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
import { reviewLines, roundsOf, standingOf, waysOn } from './decision-rounds.presenter.js';
import { type DecisionStep, letterName, letterSteps } from './decision-steps.rules.js';

export interface DecisionPage {
  title: string;
  backLink: PlainLinkParams;
  bar: IdentityBarParams;
  /** Null where the decision no longer stands: nothing is announced then. */
  panel: PanelParams | null;
  /** What the decision waits for, or that it no longer stands; null when it simply stands. */
  standing: string | null;
  next: string[];
  /** What this person may do about the decision now. */
  ways: ButtonParams[];
  /** Earlier decisions and how each was taken up again; empty where there was only one. */
  rounds: string[];
  reviews: string[];
  steps: DecisionStep[];
  /** When these steps were read, and where to read them again. */
  readAt: string;
  refresh: LinkParams;
  reasonsTitle: string;
  /** The reasons as the letter has them; empty for an approval. */
  reasons: string[];
  letters: LinkParams[];
  privateNote: string | null;
  /** Why it was approved although the vehicle is elsewhere too; null when it was not. */
  reasonNote: string | null;
  reviewNext: ButtonParams | null;
  queue: LinkParams;
}

export interface Deciding {
  file: CaseFile;
  decision: Decision;
  names: ReadonlyMap<string, string>;
  letters: readonly Letter[];
  reasonNote: string | null;
  reviews: readonly DecisionReview[];
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
  const { file, decision, names, letters, staff, now } = deciding;
  const { reference } = file.application;
  const caseHref = `/applications/${reference}`;
  const by = `${names.get(decision.decidedBy) ?? 'Somebody'}, ${formatDateTime(decision.decidedAt)}`;
  const isStanding = file.decision !== null;
  return {
    title: isStanding
      ? `${TITLES[decision.outcome]}: ${reference}`
      : `${reference} is being decided again`,
    backLink: backLink(caseHref, `Back to ${reference}`),
    bar: caseBar(file, now),
    panel: isStanding
      ? panel({
          title: TITLES[decision.outcome],
          content: linesContent([reference, by]),
          attributes: { id: PANEL_ID },
        })
      : null,
    standing: standingOf(deciding),
    next: whatFollows(deciding),
    ways: waysOn(deciding),
    rounds: roundsOf(deciding),
    reviews: reviewLines(deciding),
    steps: [...file.commands.flatMap(moneySteps), ...letters.flatMap(letterSteps)],
    readAt: formatDateTime(now),
    refresh: link('Look again', `${caseHref}/decision`),
    reasonsTitle: reasonsTitle(file),
    reasons: decision.reasons.map(({ words }) => words),
    letters: letters.map((letter) => link(letterName(letter), `${caseHref}/letters/${letter.id}`)),
    // Support answers residents and is not shown what colleagues wrote about them.
    privateNote: staff.role === 'support' ? null : decision.privateNote,
    reasonNote: staff.role === 'support' ? null : deciding.reasonNote,
    reviewNext: mayDo(staff.role, 'claim') ? reviewNext(deciding) : null,
    queue: link('Back to the queue', '/queue'),
  };
}

/** Right after one's own decision the way on has the focus, and says what was decided (C2). */
function reviewNext({ decision, staff, now }: Deciding): ButtonParams {
  const minutes = (now.getTime() - decision.decidedAt.getTime()) / 60_000;
  const isJustDone = decision.decidedBy === staff.id && minutes < JUST_DONE_MINUTES;
  const attributes = { autofocus: true, 'aria-describedby': PANEL_ID };
  return button({ text: 'Review next case', ...(isJustDone ? { attributes } : {}) });
}

const JUST_DONE_MINUTES = 2;
const PANEL_ID = 'decided';

function whatFollows({ file, decision, letters }: Deciding): string[] {
  if (file.decision === null) return [AGAIN];
  if (file.secondLook !== null) return heldWords(decision);
  const told = letters.length > 0 ? 'The resident is told at once; the letter is below.' : null;
  const command = file.commands.at(-1);
  if (!command) {
    const noMoney = 'No money moves: nothing was held or taken for this application.';
    return [told, noMoney].filter((words) => words !== null);
  }
  const bank =
    command.kind === 'release' ? 'The bank decides when the resident sees the money.' : null;
  return [told, MONEY_FOLLOWS[command.state], bank].filter((words) => words !== null);
}

function reasonsTitle({ decision, secondLook, reopenings }: CaseFile): string {
  const wasTold = decision === null ? (reopenings.at(-1)?.isTold ?? true) : secondLook === null;
  return wasTold ? 'The reasons as they were sent' : 'The reasons, which were not sent';
}

const AGAIN = 'The case is decided again. What is below is what was decided before.';

function heldWords({ outcome }: Decision): string[] {
  const held = 'The letter is held, and the resident has not been told.';
  return outcome === 'approved'
    ? [held, 'The permit is valid as it says, and the money is taken, without waiting.']
    : [held, 'The money and the place at the property stay as they are until somebody has looked.'];
}

const MONEY_FOLLOWS: Readonly<Record<CommandState, string>> = {
  requested:
    'The payment service is told within a minute. If it cannot be reached, we keep trying for more than an hour, and then ask a person.',
  unknown: 'The payment service has been told. We ask it until it confirms.',
  sent: 'The refund is sent. We ask until the bank confirms it.',
  settled: 'The payment service has confirmed what was done with the money.',
  settled_another_way: 'The money was paid back another way.',
  needs_attention: 'The money needs a person: it is on the refunds board.',
};
