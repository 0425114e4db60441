/** Where somebody's next case comes from. */
export const NEXT_CASE_CHOICES = ['first', 'only', 'all'] as const;
export type NextCaseChoice = (typeof NEXT_CASE_CHOICES)[number];

export const NEXT_CASE_WORDS: Readonly<Record<NextCaseChoice, string>> = {
  first: 'From my teams first, then from all',
  only: 'From my teams only',
  all: 'From all, whatever the team',
};

export const USUAL_CHOICE: NextCaseChoice = 'first';

export function isNextCaseChoice(text: string): text is NextCaseChoice {
  return (NEXT_CASE_CHOICES as readonly string[]).includes(text);
}

/** The cases a team works on; an empty list stands for all. */
export interface TeamScope {
  permitTypes: readonly string[];
  zones: readonly string[];
}

/** What is looked through for the next case, one after the other; null stands for every case. */
export function whereToLook(
  teams: readonly TeamScope[],
  choice: NextCaseChoice,
): (readonly TeamScope[] | null)[] {
  const isEverything = teams.some(
    ({ permitTypes, zones }) => permitTypes.length + zones.length === 0,
  );
  if (teams.length === 0 || isEverything || choice === 'all') return [null];
  return choice === 'only' ? [teams] : [teams, null];
}
