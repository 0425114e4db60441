const LETTERS_WITHOUT_MARKS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};

/** `P. E.`: enough to tell two people apart, for those who see people masked. */
export function initials(name: string): string {
  return name
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => `${[...word][0] ?? ''}.`)
    .join(' ');
}

/** More words than any name has; the rest of a longer text is not looked at. */
const MOST_WORDS = 12;
const LONGEST_WORD = 60;

/**
 * The words of a name as they are compared: small letters, without accents, `O’Neill` as `oneill`,
 * `Smith-Jones` as two words. Letters of other alphabets stay what they are. Each word once, in order.
 */
export function nameWords(name: string): string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // Small letters of a few capitals bring a mark of their own.
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøđðħıßæœþ]/g, (letter) => LETTERS_WITHOUT_MARKS[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const words = plain
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => [...word].slice(0, LONGEST_WORD).join(''));
  return [...new Set(words)].slice(0, MOST_WORDS);
}
