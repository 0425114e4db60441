import { ok, type Outcome, refuse } from '../shared/outcome.js';

/** Why a colleague is told: named in a note, or the case was taken over from them. */
export const MENTION_KINDS = ['mentioned', 'taken_over'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

export interface Colleague {
  id: string;
  name: string;
}

export type MentionRefusal = 'not_a_colleague' | 'two_of_that_name';

interface Told {
  words: string;
  /** Chosen in the form; empty for nobody. */
  chosenId: string;
  /** Who may see the case, the writer left out. */
  colleagues: readonly Colleague[];
}

/**
 * Whom a note tells: the colleague chosen, and everybody named in it as `@Their Name`, whatever the
 * case of the letters. A sign before other words names nobody; nor does one inside an e-mail address.
 */
export function whomToTell({
  words,
  chosenId,
  colleagues,
}: Told): Outcome<{ ids: string[] }, MentionRefusal> {
  if (chosenId !== '' && !colleagues.some(({ id }) => id === chosenId)) {
    return refuse('not_a_colleague');
  }
  const ids = new Set(chosenId === '' ? [] : [chosenId]);
  for (const named of namesIn(words, colleagues)) {
    const meant = colleagues.filter(({ name }) => folded(name) === named);
    if (meant.length > 1 && !meant.some(({ id }) => ids.has(id))) return refuse('two_of_that_name');
    if (meant.length === 1 && meant[0]) ids.add(meant[0].id);
  }
  return ok({ ids: [...ids] });
}

/** The longest name that fits after each sign: "@Ann Lee" does not name "Ann". */
function namesIn(words: string, colleagues: readonly Colleague[]): string[] {
  const names = colleagues
    .map(({ name }) => folded(name))
    .sort((one, other) => other.length - one.length);
  const text = folded(words);
  return [...text.matchAll(/(?<![\p{L}\p{N}._%+-])@/gu)].flatMap(({ index }) => {
    const after = text.slice(index + 1);
    const named = names.find(
      (name) => after.startsWith(name) && !/^[\p{L}\p{N}]/u.test(after.slice(name.length)),
    );
    return named === undefined ? [] : [named];
  });
}

function folded(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ');
}

export const MENTION_REFUSAL_WORDS: Readonly<
  Record<MentionRefusal, { field: 'tell' | 'words'; text: string }>
> = {
  not_a_colleague: { field: 'tell', text: 'Choose a colleague who may see this case' },
  two_of_that_name: {
    field: 'tell',
    text: 'Two colleagues have the name in your note: choose which one you mean',
  },
};
