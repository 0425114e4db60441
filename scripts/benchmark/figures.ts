/** One thing measured. `ratio` is value to floor: how many times worse than by hand. */
export interface Figure {
  name: string;
  unit: 'ms' | 'requests/s' | 'releases/s' | 'payments/s' | 'MB' | 'KB' | 's' | 'times';
  value: number;
  /** The same by one hand-written query and a page of the same size, in the same run. */
  floor: number | null;
  ratio: number | null;
  /** What it should not exceed; null where there is no aim. */
  aim: number | null;
}

export function figure(
  name: string,
  unit: Figure['unit'],
  value: number,
  more: { floor?: number; aim?: number } = {},
): Figure {
  const { floor = null, aim = null } = more;
  const worse = unit.endsWith('/s') ? (floor ?? 0) / value : value / (floor ?? 0);
  return {
    ...{ name, unit, aim },
    value: rounded(value),
    floor: floor === null ? null : rounded(floor),
    ratio: floor === null ? null : rounded(worse),
  };
}

/** Whether it is within its aim: of the ratio where there is a floor, else of the value. */
export function isWithinAim({ value, ratio, aim }: Figure): boolean {
  return aim === null || (ratio ?? value) <= aim;
}

export function printFigures(figures: readonly Figure[]): void {
  const rows = figures.map((each) => [
    each.name,
    `${each.value} ${each.unit}`,
    each.floor === null ? '' : `${each.floor} ${each.unit}`,
    each.ratio === null ? '' : `${each.ratio}`,
    each.aim === null ? '' : `${isWithinAim(each) ? 'ok' : 'OVER'} (${each.aim})`,
  ]);
  const all = [['', 'measured', 'floor', 'ratio', 'aim'], ...rows];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...all.map((row) => row[at]?.length ?? 0)));
  for (const row of all) {
    console.log(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
