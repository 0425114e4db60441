/**
 * Whether a browser was sent here by a page, and a picture is only ever drawn in one. Browsers say so
 * themselves (`Sec-Fetch-…`); one that says nothing is believed. A link that somebody copied and
 * typed into another browser says `none`.
 */
export function isFromAPage(
  purpose: 'page' | 'original',
  headers: Readonly<Record<string, string | string[] | undefined>>,
): boolean {
  const [site, destination] = [headers['sec-fetch-site'], headers['sec-fetch-dest']];
  if (site === 'none') return false;
  return purpose === 'original' || destination === undefined || destination === 'image';
}
