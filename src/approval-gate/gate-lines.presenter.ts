import { link, type LinkParams } from '../platform/web/component-types.js';
import type { Obstacle } from './approval-obstacles.rules.js';

/** One thing in the way of an approval, with the way to the place where it is mended. */
export interface GateLine {
  words: string;
  link: LinkParams | null;
}

/**
 * The list as the case page and the approval's own page show it.
 * @param mayMend false for who may only read: then nothing leads away
 */
export function gateLines(
  reference: string,
  obstacles: readonly Obstacle[],
  mayMend: boolean,
): GateLine[] {
  const caseHref = `/applications/${reference}`;
  const wayTo = ({ text, path }: NonNullable<Obstacle['link']>) => {
    // A place on the page itself is open to everybody who is shown it.
    if (path.startsWith('#')) return link(text, path);
    return mayMend ? link(text, `${caseHref}/${path}`) : null;
  };
  return obstacles.map(({ words, link: way }) => ({ words, link: way && wayTo(way) }));
}
