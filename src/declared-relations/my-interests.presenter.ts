import {
  DAYS_AN_INTEREST_OUTLASTS,
  INTEREST_KINDS,
} from '../conflicts-of-interest/conflict.rules.js';
import { type HandOn, handOn } from '../conflicts-of-interest/hand-on.presenter.js';
import { newCaseForm } from '../case-forms/case-form.js';
import { link, type LinkParams, nested } from '../platform/web/component-types.js';
import { backLink, button, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatShortDate, londonDateOf } from '../shared/london-date.js';
import { INTEREST_WORDS, interestValue } from './interest-words.rules.js';
import type { OwnInterest } from './my-interests.queries.js';

export interface MyInterestsPage {
  title: string;
  backLink: PlainLinkParams;
  days: number;
  email: string;
  declared: TableParams | null;
  adding: LinkParams[];
  held: { case: LinkParams; handOn: HandOn }[];
}

interface Showing {
  email: string;
  interests: readonly OwnInterest[];
  held: readonly { reference: string; version: number }[];
  now: Date;
}

export function myInterestsPage({ email, interests, held, now }: Showing): MyInterestsPage {
  return {
    title: 'My interests',
    backLink: backLink('/my-work', 'Back to my work'),
    days: DAYS_AN_INTEREST_OUTLASTS,
    email,
    declared: interests.length === 0 ? null : declaredTable(interests),
    adding: INTEREST_KINDS.map((kind) =>
      link(INTEREST_WORDS[kind].add, `/my-interests/new?kind=${kind}`),
    ),
    held: held.map((one) => ({
      case: link(one.reference, `/applications/${one.reference}`),
      handOn: handOn(one.reference, newCaseForm(one, now)),
    })),
  };
}

function declaredTable(interests: readonly OwnInterest[]): TableParams {
  return table({
    caption: 'What you declared',
    isCaptionHidden: true,
    scrollRegion: 'What you declared',
    classes: 'desk-dense',
    head: ['What', 'Which', 'Whose', 'Declared', 'Take off'],
    rows: interests.map((interest) => [
      INTEREST_WORDS[interest.kind].label,
      interestValue(interest),
      interest.isRelation ? 'Somebody close' : 'Mine',
      formatShortDate(londonDateOf(interest.declaredAt)),
      interest.removedAt
        ? `Taken off ${formatShortDate(londonDateOf(interest.removedAt))}; still counts`
        : nested('declared-relations/take-off', takeOff(interest)),
    ]),
  });
}

function takeOff(interest: OwnInterest) {
  return {
    action: `/my-interests/${interest.id}/removal`,
    submit: button({
      text: 'Take off',
      variant: 'secondary',
      classes: 'govuk-!-margin-bottom-0',
      attributes: { 'aria-label': `Take off: ${interestValue(interest)}` },
    }),
  };
}
