import { paperKindTerms } from '../permit-types/paper-kinds.rules.js';
import type { PageOnDesk } from './page-on-desk.queries.js';
import type { PercentBox } from './typed-boxes.rules.js';

/** A page with boxes laid over it; drawn by attributes, for styles may not stand in the page. */
export interface BoxedPage {
  imageHref: string;
  alt: string;
  /** The picture's own size, so that the page does not move when it arrives. */
  width: number;
  height: number;
  boxes: { left: number; top: number; width: number; height: number }[];
  /** 0, 10, … 90: the scale at the page's edge. */
  scale: number[];
}

export function paperPath({ file, paper }: PageOnDesk): string {
  return `/applications/${file.application.reference}/evidence/${paper.position}`;
}

export function boxedPage(desk: PageOnDesk, boxes: readonly PercentBox[]): BoxedPage {
  const { label } = paperKindTerms(desk.paper.kind);
  const { pageNumber, width, height } = desk.page;
  return {
    imageHref: `${paperPath(desk)}/pages/${pageNumber}`,
    alt: `${label}, page ${pageNumber} of ${desk.pageCount}`,
    ...{ width, height },
    boxes: boxes.map(({ left, top, right, bottom }) => ({
      left,
      top,
      width: round(right - left),
      height: round(bottom - top),
    })),
    scale: Array.from({ length: 10 }, (_, tenth) => tenth * 10),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
