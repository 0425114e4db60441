import {
  acceptBill,
  acceptV5c,
  letterSent,
  previewedLetter,
  reviewNextCase,
} from '../support/journeys/officer.js';
import type { SentApplication } from '../support/journeys/resident.js';
import {
  type Account,
  eventually,
  type RunningDesk,
  startRunningDesk,
} from '../support/journeys/running-desk.js';

/** A hold comes near its end, and lapses all the same; the resident pays again; it is approved. */

let desk: RunningDesk;
let officer: Account;

beforeAll(async () => {
  desk = await startRunningDesk();
  officer = await desk.addStaff('officer', 'Robin Officer');
}, 180_000);
afterAll(() => desk.stop());

/** As if the payment had been made so long ago; the worker looks at once instead of within the minute. */
async function holdEndsIn({ reference }: SentApplication, hours: number): Promise<void> {
  const { dataSource } = desk.database;
  const ends = `UTC_TIMESTAMP(3) + INTERVAL ${hours} HOUR`;
  await dataSource.query(
    `UPDATE applications a JOIN payments p ON p.application_id = a.id
        SET a.hold_ends_at = ${ends}, p.hold_ends_at = ${ends} WHERE a.reference = ?`,
    [reference],
  );
  await dataSource.query(
    `UPDATE periodic_turns SET due_at = UTC_TIMESTAMP(3) WHERE task = 'follow-holds'`,
  );
}

async function happens(sent: SentApplication, type: string): Promise<void> {
  await eventually(`the case says ${type}`, async () => {
    const events = await desk.rows<{ type: string }>('timeline_events', sent.reference);
    if (events.some((event) => event.type === type)) return true;
    await desk.database.dataSource.query(
      `UPDATE periodic_turns SET due_at = UTC_TIMESTAMP(3) WHERE task = 'follow-holds'`,
    );
    return false;
  });
}

async function holdLapses(sent: SentApplication): Promise<void> {
  const { control } = desk.sandbox;
  const [payment] = await control.payments({ reference: sent.clientReference });
  await control.letHappen(payment?.payment_id ?? '', 'expired');
  await holdEndsIn(sent, -1);
  await happens(sent, 'payment-lapsed');
}

describe.each([true, false])('with script: %s', (script) => {
  it('escalated on the queue, lapsed, asked for, paid on the card page, approved', async () => {
    const sent = await desk.receive();
    const visitor = await desk.signedIn(officer, { script });
    await holdEndsIn(sent, 20);
    await happens(sent, 'payment-hold-ending');
    await visitor.goTo('/queue?status=holds_ending');
    expect(await visitor.words()).toContain(sent.reference);
    expect(await visitor.words()).toContain('Decide now');

    await reviewNextCase(visitor, sent);
    await visitor.press('Look at the next paper');
    await acceptBill(visitor);
    await acceptV5c(visitor);
    await holdLapses(sent);
    await visitor.goTo(`/applications/${sent.reference}/approval/new`);
    expect(await visitor.words()).toContain('Ask the resident to pay again');
    await visitor.followLink('Ask for payment again');
    const preview = await previewedLetter(visitor);
    await visitor.press('Send the letter');
    expect(await visitor.words()).toContain('Waiting for the resident');

    const message = await letterSent(desk, sent, 'Pay again');
    expect(message.words).toBe(preview);
    const [link = ''] = /https?:\S+\/p\/\S+/.exec(message.body) ?? [];
    const resident = await desk.visitor({ script });
    await resident.goTo(link);
    const owed = await resident.words();
    expect(owed).toContain('£55');
    for (const secret of [sent.applicant.name, sent.registration]) {
      expect(owed).not.toContain(secret);
    }
    await resident.page.getByRole('button', { name: 'Pay £55' }).focus();
    await resident.page.keyboard.press('Enter');
    const card = resident.page.getByRole('button', { name: 'Pay with a good card' });
    await card.click();
    await resident.page.getByRole('heading', { name: 'We have your payment' }).waitFor();
    await resident.goTo(link);
    expect(await resident.heading()).toBe('We have your payment');
    await resident.close();

    await visitor.goTo(`/applications/${sent.reference}`);
    expect(await visitor.words()).toContain('Resident paid again');
    await visitor.goTo(`/applications/${sent.reference}/approval/new`);
    await visitor.press('Approve and send');
    expect(await visitor.heading()).toContain('Application approved');
    await eventually('the new payment is taken', async () => {
      const all = await desk.sandbox.control.payments();
      const own = all.filter((payment) => payment.reference.startsWith(`${sent.reference}-`));
      return own.length === 1 && own[0]?.state.status === 'success';
    });
    await visitor.close();
  }, 400_000);
});
