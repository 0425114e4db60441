import { lineDifferences } from '../wording/differences.rules.js';
import { formatDateTime } from '../shared/london-date.js';

/** One line of a comparison: exactly one of the three is not null. */
export interface ShownLine {
  kept: string | null;
  added: string | null;
  removed: string | null;
}

export interface ShownPart {
  label: string;
  lines: ShownLine[];
}

export interface ShownVersion {
  title: string;
  byline: string;
  /** `in force now`, `holds from …`, `was replaced before it began`, or null. */
  state: string | null;
  /** Null for the first version: there is nothing to set it against. */
  parts: ShownPart[] | null;
}

export interface VersionInWords {
  version: number;
  inForceFrom: Date;
  writtenAt: Date;
  /** Null for the words the desk started with. */
  author: string | null;
  /** Each field as people read it, by its label. */
  fields: Readonly<Record<string, string>>;
}

/** Every version, the newest first, each with what changed since the one before. */
export function shownHistory(
  versions: readonly VersionInWords[],
  inForce: number | null,
  now: Date,
): ShownVersion[] {
  return versions.map((version, index) => ({
    title: `Version ${version.version}`,
    byline:
      version.author === null
        ? 'The words the desk started with'
        : `${version.author}, ${formatDateTime(version.writtenAt)}. From ${formatDateTime(version.inForceFrom)}.`,
    state: stateOf(version, versions.slice(0, index), inForce, now),
    parts: partsOf(version, versions[index + 1]),
  }));
}

/** What differs between two texts, field by field; fields that are the same are left out. */
export function shownDifferences(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): ShownPart[] {
  return Object.entries(after).flatMap(([label, text]) => {
    const old = before[label] ?? '';
    if (old === text) return [];
    const lines = lineDifferences(old, text).filter(({ line }) => line.trim() !== '');
    return [{ label, lines: lines.map(shownLine) }];
  });
}

function shownLine({ is, line }: ReturnType<typeof lineDifferences>[number]): ShownLine {
  return {
    kept: is === 'kept' ? line : null,
    added: is === 'added' ? line : null,
    removed: is === 'removed' ? line : null,
  };
}

function partsOf(version: VersionInWords, before: VersionInWords | undefined) {
  return before ? shownDifferences(before.fields, version.fields) : null;
}

function stateOf(
  { version, inForceFrom }: VersionInWords,
  later: readonly VersionInWords[],
  inForce: number | null,
  now: Date,
): string | null {
  if (version === inForce) return 'In force now';
  const isReplaced = later.some((one) => one.inForceFrom <= inForceFrom);
  if (isReplaced && inForceFrom > now) return 'Replaced before it began';
  return inForceFrom > now ? `Holds from ${formatDateTime(inForceFrom)}` : null;
}
