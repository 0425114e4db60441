import { NOT_CHECKED_REASONS, NOT_CHECKED_WORDS } from './not-checked.rules.js';

/** The register writes in capitals: `LAND ROVER` is shown as `Land Rover`, `BMW` as it is. */
export function inWords(registered: string): string {
  return registered
    .split(' ')
    .map((word) => (word.length <= 3 ? word : capitalised(word)))
    .join(' ');
}

/** A colour is a word: `RED` is shown as `Red`. */
export function capitalised(word: string): string {
  return word
    .toLowerCase()
    .replace(
      /(^|[^a-z])([a-z])/g,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    );
}

/** What came of asking, in one sentence; codes as the timeline keeps them. */
export function registerAnswerInWords(answer: string, because: string | null): string {
  if (answer === 'found') return 'The vehicle is in the register.';
  if (answer === 'not_in_register') return 'The register does not know the registration.';
  const reason = NOT_CHECKED_REASONS.find((known) => known === because);
  return reason ? `Not checked: ${NOT_CHECKED_WORDS[reason]}.` : 'Not checked.';
}
