/**
 * The shapes of R-VRM-2: A is a letter, 9 a digit. `groups` give the fewest and the most characters
 * of each run; the printed space stands after group number `spaceAfter`. The kind of each run
 * alternates from `startsWith`.
 */
export interface RegistrationShape {
  readonly name: string;
  readonly groups: readonly Run[];
  readonly spaceAfter: number;
}

interface Run {
  readonly of: 'A' | '9';
  readonly min: number;
  readonly max: number;
}

const letters = (min: number, max = min): Run => ({ of: 'A', min, max });
const digits = (min: number, max = min): Run => ({ of: '9', min, max });

export const REGISTRATION_SHAPES: readonly RegistrationShape[] = [
  { name: 'current', groups: [letters(2), digits(2), letters(3)], spaceAfter: 2 },
  { name: 'prefix', groups: [letters(1), digits(1, 3), letters(3)], spaceAfter: 2 },
  { name: 'suffix', groups: [letters(3), digits(1, 3), letters(1)], spaceAfter: 1 },
  { name: 'three letters first', groups: [letters(3), digits(1, 4)], spaceAfter: 1 },
  { name: 'letters first', groups: [letters(1, 2), digits(1, 4)], spaceAfter: 1 },
  { name: 'digits first', groups: [digits(1, 4), letters(1, 3)], spaceAfter: 1 },
];

const PATTERNS = REGISTRATION_SHAPES.map(({ groups, spaceAfter }) => {
  const source = groups.map(
    ({ of, min, max }) => `${of === 'A' ? '[A-Z]' : '[0-9]'}{${min},${max}}`,
  );
  const before = source.slice(0, spaceAfter).join('');
  // Both ends anchored around the whole: the trap of R-VRM-3.
  return new RegExp(`^(?:(${before})(${source.slice(spaceAfter).join('')}))$`);
});

/** The two halves of the printed mark, or null when it has no known shape. Expects the stored form. */
export function splitByShape(registration: string): [string, string] | null {
  for (const pattern of PATTERNS) {
    const [, before, after] = pattern.exec(registration) ?? [];
    if (before !== undefined && after !== undefined) return [before, after];
  }
  return null;
}

/** Every arrangement of that length, written like `AA99AAA`. */
export function layoutsOfLength(length: number): string[] {
  const layouts = REGISTRATION_SHAPES.flatMap(({ groups }) =>
    groups.reduce<string[]>(
      (made, { of, min, max }) =>
        made.flatMap((start) =>
          Array.from({ length: max - min + 1 }, (_, more) => start + of.repeat(min + more)),
        ),
      [''],
    ),
  );
  return [...new Set(layouts)].filter((layout) => layout.length === length);
}
