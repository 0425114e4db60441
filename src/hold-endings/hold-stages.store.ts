import { countWritten } from '../platform/database/conditional-write.js';
import type { Reader, Tx } from '../platform/database/transaction.js';
import type { KeptStage } from './hold-ending.rules.js';

interface StageToKeep {
  paymentId: string;
  applicationId: string;
  stage: KeptStage;
  at: Date;
}

/** True for the one call that kept it: a stage of a hold is reached once. */
export async function keepStage(tx: Tx, kept: StageToKeep): Promise<boolean> {
  const written = await countWritten(
    tx,
    `INSERT IGNORE INTO hold_stages (payment_id, stage, application_id, reached_at)
     VALUES (?, ?, ?, ?)`,
    [kept.paymentId, kept.stage, kept.applicationId, kept.at],
  );
  return written === 1;
}

export async function stagesKept(reader: Reader, paymentId: string): Promise<KeptStage[]> {
  const rows: { stage: KeptStage }[] = await reader.query(
    'SELECT stage FROM hold_stages WHERE payment_id = ?',
    [paymentId],
  );
  return rows.map(({ stage }) => stage);
}
