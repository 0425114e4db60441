import { type FieldError, fieldError } from '../platform/web/parse-form.js';
import { countText } from '../shared/duration-text.js';
import { formatTime } from '../shared/london-date.js';
import { AUDIT_NOTICE, type SearchBox, searchBox } from './search-box.presenter.js';

export interface SearchPage {
  title: string;
  hasOwnSearch: true;
  errors: FieldError[];
  box: SearchBox;
  notice: string;
  /** What is the matter, in front of the advice; null on the first visit. */
  message: { title: string; text: string } | null;
  tips: string[];
}

type State =
  | { state: 'first' | 'nothing_typed' | 'ended'; typed: string }
  | { state: 'too_often'; typed: string; waitSeconds: number; now: Date };

/** The box alone: before a search, and when there is nothing to show for one. */
export function searchPage(given: State): SearchPage {
  const error = given.state === 'nothing_typed' ? 'Enter what you are looking for' : null;
  return {
    title: 'Search',
    hasOwnSearch: true,
    errors: error ? [fieldError('typed', error)] : [],
    box: searchBox(given.typed, error),
    notice: AUDIT_NOTICE,
    message: messageOf(given),
    tips: [...SEARCH_TIPS],
  };
}

export const SEARCH_TIPS = [
  'A name can be in part: “pri exa” finds Priya Example. Accents do not matter.',
  'A registration is found with O for 0 or I for 1, and the list says so.',
  'A postcode can be in part: LE11, or LE11 5.',
  'A telephone number can start with 0 or +44.',
] as const;

function messageOf(given: State): SearchPage['message'] {
  if (given.state === 'ended') {
    return {
      title: 'This search is over',
      text: 'We keep what a search found for one hour, for the person who searched. Search again.',
    };
  }
  if (given.state !== 'too_often') return null;
  const { waitSeconds, now } = given;
  const at = formatTime(new Date(now.getTime() + waitSeconds * 1000));
  return {
    title: 'You have searched very often',
    text: `Wait ${countText(waitSeconds, 'second')}, until ${at}. Then search again.`,
  };
}
