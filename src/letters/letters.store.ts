import type { Reader, Tx } from '../platform/database/transaction.js';
import { LetterEntity } from './letter.entity.js';

export type Letter = Readonly<LetterEntity>;

/** Keeps the words in the decision's own transaction; sending is a job's work. */
export async function insertLetter(tx: Tx, letter: Letter): Promise<void> {
  await tx.insert(LetterEntity, letter);
}

export async function findLetter(reader: Reader, id: string): Promise<Letter | null> {
  return reader.findOneBy(LetterEntity, { id });
}

/** Every letter of a case, newest first. */
export async function lettersOf(reader: Reader, applicationId: string): Promise<Letter[]> {
  return reader.find(LetterEntity, {
    where: { applicationId },
    order: { writtenAt: 'DESC', id: 'DESC' },
  });
}

/** Records what the sender learned; only a letter in one of `from` moves. True when it did. */
export async function settleLetter(
  tx: Tx,
  letter: Letter,
  change: Pick<LetterEntity, 'state' | 'providerId' | 'lastProblem' | 'sentAt' | 'settledAt'>,
): Promise<boolean> {
  const { affected } = await tx.update(
    LetterEntity,
    { id: letter.id, state: letter.state },
    { ...change, attempts: letter.attempts + 1 },
  );
  return affected === 1;
}
