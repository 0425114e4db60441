const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor rev reverend sir dame lord lady'.split(' '),
);

/** Small letters without accents, points, hyphens and titles, one space between words: for comparing, never for storing. */
export function nameKey(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const named = words.filter((word) => !TITLES.has(word));
  return (named.length > 0 ? named : words).join(' ');
}

/**
 * The same name, or the same first and last name where one of the two leaves out what stands
 * between. A name of one word is only like itself.
 */
export function isSameName(a: string, b: string): boolean {
  const [one, other] = [nameKey(a).split(' '), nameKey(b).split(' ')];
  if (one.join(' ') === other.join(' ')) return one[0] !== '';
  if (one.length < 2 || other.length < 2) return false;
  if (one[0] !== other[0] || one.at(-1) !== other.at(-1)) return false;
  return one.length === 2 || other.length === 2;
}
