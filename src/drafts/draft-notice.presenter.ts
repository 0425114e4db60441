import type { DraftNotice } from '../platform/web/page-shell.js';
import { button } from '../platform/web/components/navigation.js';
import { formatDateTime, formatTime, londonDateOf } from '../shared/london-date.js';
import { draftForm, type DraftPlace } from './draft-forms.rules.js';

interface Noticed {
  place: Pick<DraftPlace, 'reference' | 'form'>;
  draft: { savedAt: Date; isThrownAway: boolean; isOlderThanCase: boolean };
  now: Date;
}

/** "You had begun this at 10:42am", with the one thing to press. */
export function draftNotice({ place, draft, now }: Noticed): DraftNotice {
  const { reference, form } = place;
  const drafts = `/applications/${reference}/drafts`;
  const when = whenBegun(draft.savedAt, now);
  const { isThrownAway } = draft;
  return {
    words: isThrownAway
      ? `You threw away what you had begun here ${when}.`
      : `You had begun this ${when}. What you had typed is filled in below: go on with it, or throw it away.`,
    warning:
      draft.isOlderThanCase && !isThrownAway
        ? 'The case has changed since then. Check what you had typed against the case as it is now.'
        : null,
    isFilledIn: !isThrownAway,
    action: isThrownAway ? `${drafts}/return` : `${drafts}/removal`,
    form,
    button: button({
      text: isThrownAway ? 'Bring it back' : 'Throw it away',
      variant: 'secondary',
      classes: 'desk-draft__button',
    }),
  };
}

/** The page a form stands on: where to go back to. */
export function draftPagePath({ reference, form }: Pick<DraftPlace, 'reference' | 'form'>): string {
  return `/applications/${reference}/${draftForm(form)?.page(form) ?? ''}`;
}

function whenBegun(savedAt: Date, now: Date): string {
  return londonDateOf(savedAt) === londonDateOf(now)
    ? `at ${formatTime(savedAt)}`
    : `on ${formatDateTime(savedAt)}`;
}
