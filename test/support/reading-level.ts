/**
 * How hard a text is to read: the Flesch-Kincaid school grade, and its longest sentence in words.
 * Source: Kincaid and others, 1975; 0.39 × words a sentence + 11.8 × syllables a word − 15.59.
 */
export interface ReadingLevel {
  grade: number;
  longestSentence: string;
  longestWords: number;
}

/** Lines and full stops end sentences; addresses of pages and e-mail do not count as words. */
export function readingLevel(text: string): ReadingLevel {
  const sentences = text
    .replace(/https?:\/\/\S+|\S+@\S+/g, ' ')
    .split(/[.!?:](?:\s+|$)|\n+/)
    .map((sentence) => sentence.replace(/^\s*(?:[#*]|\d+\.)\s*/, '').trim())
    .filter((sentence) => wordsOf(sentence).length > 0);
  const words = sentences.flatMap(wordsOf);
  const longestSentence = sentences.reduce(
    (longest, sentence) =>
      wordsOf(sentence).length > wordsOf(longest).length ? sentence : longest,
    '',
  );
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return {
    grade:
      0.39 * (words.length / Math.max(1, sentences.length)) +
      11.8 * (syllables / Math.max(1, words.length)) -
      15.59,
    longestSentence,
    longestWords: wordsOf(longestSentence).length,
  };
}

function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
}

/** Groups of vowels, without a silent e; a number or a code counts as one. */
function syllablesOf(word: string): number {
  if (/\d/.test(word)) return 1;
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '');
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}
