export interface UnusableFilePage {
  title: string;
  lines: string[];
  reference: string;
}

/** A stored file that is missing or was changed: said plainly, and nothing of it is shown. */
export function unusableFilePage(reference: string): UnusableFilePage {
  return {
    title: 'This paper cannot be shown',
    lines: [
      'The stored file is missing or is not what was stored, so nothing of it is shown.',
      'Tell support and give them the page reference. If you need the paper to decide, ask the resident for it again.',
    ],
    reference,
  };
}
