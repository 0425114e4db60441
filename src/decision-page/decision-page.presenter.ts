import { caseBar } from '../case-file/case-bar.presenter.js';
import type { CaseFile } from '../case-file/case-file.queries.js';
import type { Decision } from '../decisions/decisions.store.js';
import type { DecisionReview } from '../decision-reviews/decision-reviews.store.js';
import type { Letter } from '../letters/letters.store.js';
import type { MoneyFacts } from '../money-story/money-facts.rules.js';
import { type MoneyStory, moneyStory } from '../money-story/money-story.rules.js';
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
  money: MoneyFacts;
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
  const story = moneyStory(deciding.money);
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
    next: whatFollows(deciding, story),
    ways: waysOn(deciding),
    rounds: roundsOf(deciding),
    reviews: reviewLines(deciding),
    steps: [...story.steps, ...letters.flatMap(letterSteps)],
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

function whatFollows({ file, decision, letters }: Deciding, story: MoneyStory): string[] {
  if (file.decision === null) return [AGAIN];
  if (file.secondLook !== null) return heldWords(decision);
  const told = letters.length > 0 ? ['The resident is told at once; the letter is below.'] : [];
  if (file.commands.length === 0) return [...told, NO_MONEY];
  return [...told, story.now, ...story.next, ...story.alarms];
}

function reasonsTitle({ decision, secondLook, reopenings }: CaseFile): string {
  const wasTold = decision === null ? (reopenings.at(-1)?.isTold ?? true) : secondLook === null;
  return wasTold ? 'The reasons as they were sent' : 'The reasons, which were not sent';
}

const NO_MONEY = 'No money moves: nothing was held or taken for this application.';
const AGAIN = 'The case is decided again. What is below is what was decided before.';

function heldWords({ outcome }: Decision): string[] {
  const held = 'The letter is held, and the resident has not been told.';
  return outcome === 'approved'
    ? [held, 'The permit is valid, and the money is taken, without waiting for that.']
    : [held, 'The money and the place at the property stay as they are until somebody has looked.'];
}
