import { link, type LinkParams } from '../platform/web/component-types.js';
import type { Obstacle } from './approval-obstacles.rules.js';

/** One thing in the way of an approval, with the way to the place where it is mended. */
export interface GateLine {
  words: string;
  link: LinkParams | null;
}

/** The list as the case page and the approval's own page show it. */
export function gateLines(
  reference: string,
  obstacles: readonly Obstacle[],
  mayMend: boolean,
): GateLine[] {
  const caseHref = `/applications/${reference}`;
  return obstacles.map(({ words, link: way }) => ({
    words,
    link:
      way && mayMend
        ? link(way.text, way.path.startsWith('#') ? way.path : `${caseHref}/${way.path}`)
        : null,
  }));
}
