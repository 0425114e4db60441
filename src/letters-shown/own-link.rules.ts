const OWN_LINK = /https?:\/\/\S+?\/[prs]\/[\w.~-]+/g;

/**
 * The resident's own link opens the case to whoever follows it, so colleagues read the letter
 * without it: what is kept and what was sent stay whole.
 */
export function withoutOwnLink(words: string): string {
  return words.replace(OWN_LINK, '[the resident’s own link, not shown here]');
}
