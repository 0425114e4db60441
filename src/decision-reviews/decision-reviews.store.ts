import { IsNull } from 'typeorm';
import { StaleWrite, writeUnique } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import { DecisionReviewEntity } from './decision-review.entity.js';

export type DecisionReview = Readonly<DecisionReviewEntity>;

/** One review of a case is open at a time (unique key), and one form opens one. */
export async function insertReview(tx: Tx, review: DecisionReview): Promise<void> {
  await writeUnique('review', () => tx.insert(DecisionReviewEntity, review));
}

export async function openReviewOf(
  reader: Reader,
  applicationId: string,
): Promise<DecisionReview | null> {
  return reader.findOneBy(DecisionReviewEntity, { openApplicationId: applicationId });
}

/** Every review of the case, the first one first. */
export async function reviewsOf(reader: Reader, applicationId: string): Promise<DecisionReview[]> {
  return reader.find(DecisionReviewEntity, {
    where: { applicationId },
    order: { openedAt: 'ASC' },
  });
}

type Settlement = Pick<
  DecisionReview,
  'outcome' | 'reasons' | 'privateNote' | 'settledBy' | 'settledAt' | 'settledFormId'
>;

/**
 * Only a review that is still open is settled, by a form that settled nothing else; throws StaleWrite
 * when somebody was faster.
 */
export async function settleReview(tx: Tx, id: string, settlement: Settlement): Promise<void> {
  const settled = { ...settlement, openApplicationId: null };
  const { affected } = await writeUnique('review', () =>
    tx.update(DecisionReviewEntity, { id, outcome: IsNull() }, settled),
  );
  if (affected !== 1) throw new StaleWrite('review');
}
