/** Of a paper what its files are bound to. */
export interface BoundPaper {
  id: string;
  applicationId: string;
  bindingVersion: number;
}

/** How the files of papers that arrive now are bound: to the paper in its case (S10.1). */
export const BINDING_VERSION = 2;

/** What a file belongs to: put in another's place, or in another case, it does not open. */
export function originalBinding(paper: BoundPaper): string {
  return `${placeOf(paper)} original`;
}

export function pageBinding(paper: BoundPaper, pageNumber: number): string {
  return `${placeOf(paper)} page ${pageNumber}`;
}

/** Papers from before version 2 were bound without their case, and open as they were written. */
function placeOf({ id, applicationId, bindingVersion }: BoundPaper): string {
  return bindingVersion === 1
    ? `evidence ${id}`
    : `version ${bindingVersion} case ${applicationId} evidence ${id}`;
}
