import { layoutsOfLength } from './registration-shapes.js';

const STRONG_DIGIT: Readonly<Record<string, string>> = { O: '0', I: '1' };
const WEAK_DIGIT: Readonly<Record<string, string>> = { S: '5', B: '8', Z: '2' };
const STRONG_LETTER: Readonly<Record<string, string>> = { '0': 'O', '1': 'I' };
const WEAK_LETTER: Readonly<Record<string, string>> = { '5': 'S', '8': 'B', '2': 'Z' };

const MOST_CHANGES = 2;
const MOST_SUGGESTIONS = 3;

interface Reading {
  readonly registration: string;
  readonly changes: number;
  readonly weakChanges: number;
}

/**
 * Marks of a known shape that differ from `registration` only where a letter stands for a digit it
 * looks like, or the other way round (R-VRM-4): at most three, those with the fewest changes,
 * newest style first. Weak likenesses (S and 5) are offered only when no strong one (O and 0)
 * explains the slip.
 */
export function suggestRegistrations(registration: string): readonly string[] {
  const readings = layoutsOfLength(registration.length)
    .map((layout) => readAs(registration, layout))
    .filter((reading) => reading !== null)
    .filter(({ changes }) => changes > 0 && changes <= MOST_CHANGES);
  const strong = readings.filter(({ weakChanges }) => weakChanges === 0);
  const likely = strong.length > 0 ? strong : readings;
  const fewest = Math.min(...likely.map(({ changes }) => changes));
  const offered = likely.filter(({ changes }) => changes === fewest);
  return [...new Set(offered.map((one) => one.registration))].slice(0, MOST_SUGGESTIONS);
}

function readAs(registration: string, layout: string): Reading | null {
  let [read, changes, weakChanges] = ['', 0, 0];
  for (const [at, character] of [...registration].entries()) {
    const isLetter = character >= 'A';
    if (isLetter === (layout[at] === 'A')) {
      read += character;
      continue;
    }
    const strong = (isLetter ? STRONG_DIGIT : STRONG_LETTER)[character];
    const meant = strong ?? (isLetter ? WEAK_DIGIT : WEAK_LETTER)[character];
    if (meant === undefined) return null;
    read += meant;
    changes += 1;
    if (strong === undefined) weakChanges += 1;
  }
  // Marks with letters at both ends tell the year and never carry an I (R-VRM-6): some other slip.
  if (/^A+9+A+$/.test(layout) && read.includes('I')) return null;
  return { registration: read, changes, weakChanges };
}
