/**
 * What is known of a paper's file (S3.3).
 * `waiting`: nobody has looked yet, or the scanner did not answer; `not_scanned`: no scanner is set
 * up; `unusable`: the stored file is gone or damaged, so that it could not be scanned.
 */
export const VIRUS_CHECKS = ['waiting', 'clean', 'infected', 'unusable', 'not_scanned'] as const;
export type VirusCheck = (typeof VIRUS_CHECKS)[number];

/** Only then may anybody see the paper, and only then does it count for anything. */
export function isOpenToOfficers(check: VirusCheck): boolean {
  return check === 'clean' || check === 'not_scanned';
}

/** The file is shredded and will not come back: the resident must send another one. */
export function isRefusedPaper(check: VirusCheck): boolean {
  return check === 'infected' || check === 'unusable';
}

/** For a tag beside the paper; null when there is nothing to say. */
export const VIRUS_CHECK_TAGS: Readonly<Record<VirusCheck, string | null>> = {
  waiting: 'Waiting for virus check',
  clean: null,
  infected: 'Refused: virus',
  unusable: 'Refused: unreadable',
  not_scanned: 'Not scanned',
};

/** In place of the paper, where there is nothing to show; null when it is shown. */
export const VIRUS_CHECK_WORDS: Readonly<Record<VirusCheck, string | null>> = {
  waiting:
    'This paper waits for the virus check. It opens by itself when the check is done; until then nobody can see it.',
  clean: null,
  infected:
    'A virus was found in this paper. The file was refused and destroyed. Ask the resident to send the paper again.',
  unusable:
    'The stored file was damaged before it could be checked for viruses. Ask the resident to send the paper again.',
  not_scanned: null,
};
