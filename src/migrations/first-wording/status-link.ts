import { FIRST_LETTERS, type FirstLetter } from './letters.js';

const STATUS = [
  '# Where your application stands',
  'See where your application and your money stand:\n((status link))',
  'The link is for you alone. Please do not pass it on.',
];

/** The letters that name the page of the application, and what the new paragraphs stand before. */
const BEFORE: Readonly<Record<string, string>> = {
  application_received: '# If you have questions',
  application_approved: '# If you have questions',
  application_rejected: '# How to apply again',
  application_withdrawn: '# If you want a permit later',
};

/** Version 2 of these letters: the first words, and the resident's own link (R-REF-2). */
export const LETTERS_WITH_STATUS_LINK: Readonly<Record<string, FirstLetter>> = Object.fromEntries(
  Object.entries(BEFORE).map(([kind, heading]) => {
    const first = FIRST_LETTERS[kind];
    const at = first?.body.indexOf(heading) ?? -1;
    if (!first || at < 0) throw new Error(`The first words of ${kind} have no such heading.`);
    const body = [...first.body.slice(0, at), ...STATUS, ...first.body.slice(at)];
    return [kind, { ...first, body }];
  }),
);
