/** One line of a text set against its earlier self. */
export interface LineDifference {
  is: 'kept' | 'added' | 'removed';
  line: string;
}

/** Texts of more lines than this against each other are not worth the time: one gives way to the other. */
const MOST_PAIRS = 250_000;

/** The longest common run of lines is kept; what stands only in one of the two is shown so. */
export function lineDifferences(before: string, after: string): LineDifference[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length * now.length > MOST_PAIRS) return [...all('removed', old), ...all('added', now)];
  const kept = commonLengths(old, now);
  const found: LineDifference[] = [];
  let [at, to] = [0, 0];
  while (at < old.length || to < now.length) {
    const [oldLine, newLine] = [old[at], now[to]];
    if (oldLine !== undefined && oldLine === newLine) {
      found.push({ is: 'kept', line: oldLine });
      at += 1;
      to += 1;
    } else if (oldLine !== undefined && lengthAt(kept, at + 1, to) >= lengthAt(kept, at, to + 1)) {
      found.push({ is: 'removed', line: oldLine });
      at += 1;
    } else {
      found.push({ is: 'added', line: newLine ?? '' });
      to += 1;
    }
  }
  return found;
}

function all(is: LineDifference['is'], lines: readonly string[]): LineDifference[] {
  return lines.map((line) => ({ is, line }));
}

/** How many lines can be kept from each place on, in both texts. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () =>
    new Array<number>(now.length + 1).fill(0),
  );
  for (let at = old.length - 1; at >= 0; at -= 1) {
    for (let to = now.length - 1; to >= 0; to -= 1) {
      const row = lengths[at] ?? [];
      row[to] =
        old[at] === now[to]
          ? lengthAt(lengths, at + 1, to + 1) + 1
          : Math.max(lengthAt(lengths, at + 1, to), lengthAt(lengths, at, to + 1));
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly (readonly number[])[], at: number, to: number): number {
  return lengths[at]?.[to] ?? -1;
}
