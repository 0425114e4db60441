/**
 * The packages' styles are free to use; the GDS Transport typeface and the crest are not ours to
 * show. These functions take both out of the precompiled styles before they are served.
 */

const typeface = '"Segoe UI","Helvetica Neue",Arial,"Liberation Sans",sans-serif';

/** Drops every `@font-face` of the licensed typeface, and its copyright comment. */
export function withoutLicensedFont(css: string): string {
  return css
    .replace(/@font-face\s*\{[^}]*GDS Transport[^}]*\}/g, '')
    .replace(/\/\*![^*]*Margaret Calvert[\s\S]*?\*\//g, '');
}

/** Names the typefaces that every office machine already has. */
export function ownTypeface(css: string): string {
  return css.replace(/"?GDS Transport"?,\s*arial,\s*sans-serif/g, typeface);
}

/** Points the images that are served at our own folder and removes all others. */
export function relativeImages(css: string, kept: ReadonlySet<string>): string {
  return css.replace(/url\("?\/assets\/(?:images|fonts)\/([^")]+)"?\)/g, (_match, name: string) =>
    kept.has(name) ? `url(images/${name})` : 'none',
  );
}
