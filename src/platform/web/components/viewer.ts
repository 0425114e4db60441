/**
 * Where an officer is in the papers. It lives in the address (`?paper=…&page=2&rotate=90&zoom=150`)
 * and in hidden fields of the forms beside it, so it survives an error and works without script.
 */
export interface ViewerPlace {
  paperId: string | null;
  /** From 1. */
  pageNumber: number;
  rotation: 0 | 90 | 180 | 270;
  zoom: ViewerZoom;
}

/** `fit` shows the whole page; a number is per cent of the viewer's width. */
export type ViewerZoom = (typeof viewerZooms)[number];
export const viewerZooms = ['fit', '100', '150', '200', '300'] as const;

export interface ViewerPageInput {
  /** Where the pictures are: the number of a page is added. */
  imagesPath: string;
  /** Before "page 2 of 3". */
  altStart: string;
  /** After it. */
  altEnd: string;
  count: number;
}

export interface EvidenceViewerInput {
  /** Names the viewer for those who listen: "Paper: utility bill". */
  label: string;
  /** The review page's own path; the links add the place as a query. */
  path: string;
  place: ViewerPlace;
  papers: { id: string; label: string }[];
  /** The page shown, or null when there is nothing to show; then say why in `message`. */
  page: ViewerPageInput | null;
  originalHref?: string | null;
  /** Where parts of the page shown can be blacked out; null when that is not open now. */
  redactHref?: string | null;
  /** Something to know of the page that is shown. */
  note?: string | null;
  message?: string | null;
  id?: string;
  /**
   * The form beside it, of which nothing may be lost: without script its controls then send it
   * along, as `look`, to be drawn again at the new place.
   */
  formId?: string | null;
  /** Where to go from the paper, to what stands beside it. */
  leaveHref?: string | null;
}

export interface EvidenceViewerParams {
  id: string;
  label: string;
  stageLabel: string;
  papers: { id: string; label: string; href: string; isCurrent: boolean }[];
  page: {
    imageHref: string;
    imagesPath: string;
    alt: string;
    altStart: string;
    altEnd: string;
    number: number;
    count: number;
    previousHref: string | null;
    nextHref: string | null;
  } | null;
  rotateLeftHref: string;
  rotateRightHref: string;
  zoomInHref: string;
  zoomOutHref: string;
  fitHref: string;
  rotation: number;
  zoom: ViewerZoom;
  originalHref: string | null;
  redactHref: string | null;
  note: string | null;
  message: string | null;
  formId: string | null;
  leaveHref: string | null;
}

/** The place in a query or a form; whatever is not understood becomes the beginning. */
export function viewerPlace(from: {
  paper?: unknown;
  page?: unknown;
  rotate?: unknown;
  zoom?: unknown;
}): ViewerPlace {
  const pageNumber = Number(from.page);
  return {
    paperId: typeof from.paper === 'string' && from.paper !== '' ? from.paper : null,
    pageNumber: Number.isSafeInteger(pageNumber) && pageNumber > 0 ? pageNumber : 1,
    rotation: turned(Number(from.rotate)),
    zoom: viewerZooms.find((zoom) => zoom === from.zoom) ?? 'fit',
  };
}

/** The place that one of the viewer's own addresses leads to. */
export function placeOfHref(href: string): ViewerPlace {
  const query = new URLSearchParams(/\?([^#]*)/.exec(href)?.[1] ?? '');
  return viewerPlace(Object.fromEntries(query));
}

/** The address of a place. */
export function viewerHref(path: string, place: ViewerPlace): string {
  const query = new URLSearchParams();
  if (place.paperId !== null) query.set('paper', place.paperId);
  query.set('page', String(place.pageNumber));
  query.set('rotate', String(place.rotation));
  query.set('zoom', place.zoom);
  return `${path}?${query.toString()}#viewer`;
}

export function evidenceViewer(from: EvidenceViewerInput): EvidenceViewerParams {
  const { place } = from;
  const to = (change: Partial<ViewerPlace>) => viewerHref(from.path, { ...place, ...change });
  const count = from.page?.count ?? 0;
  const number = Math.min(place.pageNumber, Math.max(1, count));
  const leaf = (page: number) =>
    page >= 1 && page <= count ? to({ pageNumber: page, rotation: 0 }) : null;
  return {
    id: from.id ?? 'viewer',
    label: from.label,
    stageLabel: `${from.label}, page ${number} of ${count}`,
    papers: from.papers.map(({ id, label }) => ({
      id,
      label,
      href: viewerHref(from.path, { paperId: id, pageNumber: 1, rotation: 0, zoom: 'fit' }),
      isCurrent: id === place.paperId,
    })),
    page: from.page && {
      ...from.page,
      number,
      imageHref: `${from.page.imagesPath}/${number}`,
      alt: `${from.page.altStart}page ${number} of ${count}${from.page.altEnd}`,
      previousHref: leaf(number - 1),
      nextHref: leaf(number + 1),
    },
    rotateLeftHref: to({ rotation: turned(place.rotation - 90) }),
    rotateRightHref: to({ rotation: turned(place.rotation + 90) }),
    zoomInHref: to({ zoom: sized(place.zoom, 1) }),
    zoomOutHref: to({ zoom: sized(place.zoom, -1) }),
    fitHref: to({ zoom: 'fit' }),
    rotation: place.rotation,
    zoom: place.zoom,
    originalHref: from.originalHref ?? null,
    redactHref: from.redactHref ?? null,
    note: from.note ?? null,
    message: from.message ?? null,
    formId: from.formId ?? null,
    leaveHref: from.leaveHref ?? null,
  };
}

function turned(degrees: number): ViewerPlace['rotation'] {
  const upright = (((degrees % 360) + 360) % 360) as ViewerPlace['rotation'];
  return [0, 90, 180, 270].includes(upright) ? upright : 0;
}

function sized(zoom: ViewerZoom, step: 1 | -1): ViewerZoom {
  return viewerZooms[viewerZooms.indexOf(zoom) + step] ?? zoom;
}
