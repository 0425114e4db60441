interface Version {
  subject: string;
  version: number;
  inForceFrom: Date;
}

/**
 * The version in force at an instant: the last one written among those that have begun. So a later
 * version with an earlier beginning stands in place of one that was only planned.
 * @param versions in the order they were written
 */
export function inForceAt<T extends Version>(versions: readonly T[], at: Date): T | null {
  return versions.filter(({ inForceFrom }) => inForceFrom <= at).at(-1) ?? null;
}

/** For each subject with this beginning, the version in force; by what follows the beginning. */
export function subjectsInForce<T extends Version>(
  versions: readonly T[],
  beginning: string,
  at: Date,
): Map<string, T> {
  const found = new Map<string, T>();
  for (const version of versions) {
    if (!version.subject.startsWith(beginning) || version.inForceFrom > at) continue;
    found.set(version.subject.slice(beginning.length), version);
  }
  return found;
}
