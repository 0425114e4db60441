import type { Stage } from './stage.js';

/** What only the real desk knows of a new case and of a new second look. */
export async function learn(stage: Stage): Promise<void> {
  await learnCases(stage);
  await learnLooks(stage);
  await learnExceptions(stage);
  await learnPayments(stage);
}

async function learnCases({ plain, desk }: Stage): Promise<void> {
  for (const kase of plain.cases.filter(({ reference }) => reference === '')) {
    const [row] = await desk.rows<{ id: string; reference: string }>(
      'SELECT id, reference FROM applications WHERE client_reference IN (?)',
      [kase.forms],
    );
    if (!row) throw new Error('An application that was taken is not there.');
    for (const slot of plain.slots) if (slot.caseId === kase.id) slot.caseId = row.id;
    Object.assign(kase, row);
  }
}

async function learnLooks({ plain, desk }: Stage): Promise<void> {
  for (const kase of plain.cases) {
    for (const { look } of kase.decisions) {
      if (look?.state !== 'waiting' || look.dueAt !== null) continue;
      const [row] = await desk.rows<{ due_at: Date }>(
        `SELECT due_at FROM quality_checks WHERE application_id = ? AND state = 'waiting'`,
        [kase.id],
      );
      look.dueAt = row?.due_at.getTime() ?? null;
    }
  }
}

async function learnExceptions({ plain, desk }: Stage): Promise<void> {
  for (const exception of plain.cases.flatMap(({ exceptions }) => exceptions)) {
    if (exception.id !== '') continue;
    const [row] = await desk.rows<{ id: string; lapsesAt: Date }>(
      'SELECT id, lapses_at AS lapsesAt FROM refund_exceptions WHERE form_id = ?',
      [exception.formId],
    );
    if (row) Object.assign(exception, { id: row.id, lapsesAt: row.lapsesAt.getTime() });
  }
}

/** Made by the provider, at its own time. */
async function learnPayments({ plain, desk }: Stage): Promise<void> {
  for (const { id, money } of plain.cases) {
    if (money?.id !== '') continue;
    const [row] = await desk.rows<{ id: string; holdEndsAt: Date }>(
      `SELECT provider_payment_id AS id, hold_ends_at AS holdEndsAt FROM payments
        WHERE application_id = ? AND replaced_at IS NULL`,
      [id],
    );
    const holdEndsAt = row?.holdEndsAt.getTime() ?? 0;
    const read = { state: 'capturable', holdEndsAt } as const;
    Object.assign(money, { id: row?.id ?? 'gone', holdEndsAt, read });
  }
}
