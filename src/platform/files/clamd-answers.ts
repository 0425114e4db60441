/** What the scanner said of one file. Whatever is not an answer is not clean. */
export type ScanAnswer =
  { found: 'nothing' } | { found: 'virus'; name: string } | { found: 'no_answer'; because: string };

/**
 * Reads clamd's reply to INSTREAM. Only these very bytes mean clean (S3.3): a reply that was cut off
 * before its final zero, says more, or says something else is no answer.
 */
export function readScanReply(reply: string): ScanAnswer {
  if (reply === 'stream: OK\0') return { found: 'nothing' };
  const virus = /^stream: ([^\0]{1,200}) FOUND\0$/.exec(reply)?.[1];
  if (virus !== undefined) return { found: 'virus', name: virus };
  return { found: 'no_answer', because: reply === '' ? 'nothing was said' : printable(reply) };
}

export interface ScannerVersion {
  /** "ClamAV 1.4.6" */
  program: string;
  /** When the newest signatures were made; null when clamd does not say, as with one's own. */
  signaturesAt: Date | null;
}

/** Reads "ClamAV 1.4.6/27450/Fri Nov 20 08:24:40 2026"; the time is taken as UTC. */
export function readVersionReply(reply: string): ScannerVersion | null {
  const parts = /^([^\0/]{1,60})(?:\/\d+\/([^\0]{1,40}))?\0$/.exec(reply);
  if (!parts?.[1]) return null;
  const time = parts[2] === undefined ? NaN : Date.parse(`${parts[2]} UTC`);
  return { program: parts[1], signaturesAt: Number.isNaN(time) ? null : new Date(time) };
}

function printable(reply: string): string {
  return reply
    .replace(/[^\x20-\x7e]+/g, ' ')
    .trim()
    .slice(0, 120);
}
