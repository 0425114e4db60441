import { In } from 'typeorm';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { LetterState } from './letter-kinds.rules.js';
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

/**
 * Says, before anything is sent, that something is about to be: a crash then leaves `unknown`.
 * True for the one attempt that may send; false when another moved the letter since it was read.
 */
export async function markLetterSending(tx: Tx, letter: Letter, at: Date): Promise<boolean> {
  const { affected } = await tx.update(
    LetterEntity,
    { id: letter.id, state: letter.state, attempts: letter.attempts },
    { state: 'unknown', attempts: letter.attempts + 1, sentAt: at },
  );
  return affected === 1;
}

/** Keeps why the last attempt failed, for whoever looks at the case meanwhile. */
export async function noteLetterProblem(tx: Tx, id: string, problem: string): Promise<void> {
  await tx.update(LetterEntity, { id }, { lastProblem: problem.slice(0, 300) });
}

/** Nothing was sent after all: the next attempt need not look for it first. */
export async function unmarkLetterSending(tx: Tx, id: string): Promise<void> {
  await tx.update(LetterEntity, { id, state: 'unknown' }, { state: 'written', sentAt: null });
}

type Settlement = Partial<
  Pick<LetterEntity, 'providerId' | 'lastProblem' | 'sentAt' | 'settledAt'>
> & { state: LetterState };

/** Records what the sender learned; only a letter in one of `from` moves. True for the one call that did. */
export async function settleLetter(
  tx: Tx,
  id: string,
  from: readonly LetterState[],
  settlement: Settlement,
): Promise<boolean> {
  const { affected } = await tx.update(LetterEntity, { id, state: In([...from]) }, settlement);
  return affected === 1;
}

/** The letters of a case that wait for a second look at its decision. */
export async function heldLettersOf(reader: Reader, applicationId: string): Promise<Letter[]> {
  return reader.findBy(LetterEntity, { applicationId, state: 'held' });
}

/** Lets a held letter go, or drops it for good. True for the one call that did. */
export async function endHolding(
  tx: Tx,
  id: string,
  state: Extract<LetterState, 'written' | 'dropped'>,
): Promise<boolean> {
  const { affected } = await tx.update(LetterEntity, { id, state: 'held' }, { state });
  return affected === 1;
}
