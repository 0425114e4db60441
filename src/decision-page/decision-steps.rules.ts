import { LETTER_KIND_LABELS, type LetterChannel } from '../letters/letter-kinds.rules.js';
import type { Letter } from '../letters/letters.store.js';
import { formatDateTime } from '../shared/london-date.js';

/** One step after a decision with its time; `when` is null for what is still to come. */
export interface DecisionStep {
  words: string;
  when: string | null;
  isProblem: boolean;
}

const BY: Readonly<Record<LetterChannel, string>> = {
  email: 'by e-mail',
  text: 'by text message',
  post: 'by post',
};

/** `Rejection by e-mail`. */
export function letterName({ kind, channel }: Pick<Letter, 'kind' | 'channel'>): string {
  return `${LETTER_KIND_LABELS[kind]} ${BY[channel]}`;
}

/** What became of a letter: written, sent, arrived, or not. */
export function letterSteps(letter: Letter): DecisionStep[] {
  const name = letterName(letter);
  const written = step(`${name}: written`, letter.writtenAt);
  const sent = step(`${name}: sent`, letter.sentAt);
  switch (letter.state) {
    case 'held':
      return [written, step(`${name}: held until a second look agrees`, null)];
    case 'dropped':
      return [written, step(`${name}: never sent`, null)];
    case 'written':
      return [written, step(`${name}: waiting to be sent`, null)];
    case 'unknown':
      return [written, step(`${name}: handed over, not confirmed yet`, null)];
    case 'sent':
      return [written, sent];
    case 'delivered':
      return [written, sent, step(`${name}: delivered`, letter.settledAt)];
    case 'failed': {
      const words = [`${name}: could not be delivered`, letter.lastProblem].filter(Boolean);
      return [written, { ...step(words.join(': '), letter.settledAt), isProblem: true }];
    }
  }
}

function step(words: string, at: Date | null): DecisionStep {
  return { words, when: at && formatDateTime(at), isProblem: false };
}
