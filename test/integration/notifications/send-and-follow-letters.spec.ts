import { letterBody } from '../../../src/letters/letter-content.rules.js';
import { markLetterSending } from '../../../src/letters/letters.store.js';
import { type Bench, startBench } from './notifications-bench.js';

const DAY_MS = 86_400_000;
let bench: Bench;

beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.stop());
beforeEach(() => bench.sandbox.control.reset());

async function stateOf(applicationId: string): Promise<string[]> {
  return (await bench.letters(applicationId)).map(({ channel, state }) => `${channel} ${state}`);
}

/** Lets the stand-in deliver what it was given. */
const afterDelivery = () => bench.sandbox.control.moveClock(60_000);

describe('a letter by e-mail', () => {
  it('arrives in the very words that were kept, and the case says so', async () => {
    const { application, letter, content } = await bench.writeRejection();
    await expect(bench.send.run(letter.id)).resolves.toEqual({ done: true });
    expect(await bench.jobsFor(letter.id)).toEqual(['send-letter', 'follow-letter']);

    const [message, ...others] = await bench.sandbox.control.messages({ reference: letter.id });
    expect(others).toEqual([]);
    expect(message).toMatchObject({
      to: 'priya@example.com',
      subject: content.subject,
      body: letterBody(content),
    });
    expect(letter.body).toBe(message?.body);

    await afterDelivery();
    await expect(bench.follow.run(letter.id)).resolves.toEqual({ done: true });
    expect(await stateOf(application.id)).toEqual(['email delivered']);
    expect(await bench.events(application.id)).toEqual(['letter-written', 'letter-sent']);
  });

  it('is asked about again with growing pauses while it is on its way, and not for ever', async () => {
    const { letter } = await bench.writeRejection();
    await bench.send.run(letter.id);
    const first = await bench.follow.run(letter.id);
    expect(first).toMatchObject({ done: false, because: expect.stringContaining('on its way') });

    await bench.sandbox.control.changeSettings({ deliveryStepMs: 10 * DAY_MS });
    const slow = await bench.writeRejection();
    await bench.send.run(slow.letter.id);
    bench.clock.advance({ days: 3 });
    await expect(bench.follow.run(slow.letter.id)).resolves.toEqual({ done: true });
    expect(await stateOf(slow.application.id)).toEqual(['email sent']);
  });

  it('goes by post, once, when the mailbox does not exist (R-NOT-1)', async () => {
    const { application, letter } = await bench.writeRejection({
      applicantEmail: 'perm-fail@simulator.notify',
    });
    await bench.send.run(letter.id);
    await afterDelivery();
    await bench.follow.run(letter.id);
    await bench.follow.run(letter.id);
    expect(await stateOf(application.id)).toEqual(['email failed', 'post written']);

    const [, copy] = await bench.letters(application.id);
    expect(copy?.body).toBe(letter.body);
    expect(copy?.recipient).toMatch(/^Priya Example\n\d+ Invented Street\nLoughborough\nLE11 5ZZ$/);
    await bench.send.run(copy?.id ?? '');
    expect(await bench.events(application.id)).toEqual([
      'letter-written',
      'letter-sent',
      'letter-failed',
      'letter-written',
      'letter-sent',
    ]);
    const posted = await bench.sandbox.control.messages({ reference: copy?.id ?? '' });
    expect(posted).toHaveLength(1);
    expect(posted[0]?.addressLines.at(-1)).toBe('LE11 5ZZ');
  });

  it('goes by post when the service refuses the address, and the case says why', async () => {
    const { application, letter } = await bench.writeRejection({ applicantEmail: 'priya@example' });
    await expect(bench.send.run(letter.id)).resolves.toEqual({ done: true });
    const [failed, copy] = await bench.letters(application.id);
    expect(failed).toMatchObject({
      state: 'failed',
      lastProblem: 'The message service refused the e-mail address.',
    });
    expect(copy).toMatchObject({ channel: 'post', state: 'written' });
  });
});

describe('a letter by post or text message', () => {
  it('goes to the property when the resident has no e-mail', async () => {
    const { letter } = await bench.writeRejection({ applicantEmail: null });
    await bench.send.run(letter.id);
    const [message] = await bench.sandbox.control.messages({ reference: letter.id });
    expect(message).toMatchObject({ kind: 'letter', body: letter.body });
  });

  it('does not go again when it fails by post', async () => {
    const { application, letter } = await bench.writeRejection({ contactPreference: 'post' });
    await bench.send.gaveUp(letter.id);
    await bench.send.gaveUp(letter.id);
    expect(await stateOf(application.id)).toEqual(['post failed']);
    expect(await bench.events(application.id)).toEqual(['letter-written', 'letter-failed']);
  });

  it('sends the short text besides to who asked for one', async () => {
    const { application, content } = await bench.writeRejection({
      contactPreference: 'text',
      applicantMobile: '07700900123',
    });
    for (const { id } of await bench.letters(application.id)) await bench.send.run(id);
    const texts = await bench.sandbox.control.messages({ to: '07700900123' });
    expect(texts.map(({ body }) => body)).toEqual([content.text]);
    expect((await stateOf(application.id)).sort()).toEqual(['email sent', 'text sent']);
  });
});

describe('a message service that misbehaves', () => {
  it.each(['drop-after', 'status-500'] as const)(
    'gets the letter exactly once after %s',
    async (fault) => {
      const { application, letter } = await bench.writeRejection();
      await bench.sandbox.control.addFault({ service: 'notify', operation: '*', fault });
      await expect(bench.send.run(letter.id)).rejects.toThrow(/message service/);
      expect(await stateOf(application.id)).toEqual(['email unknown']);
      const again = await bench.send.run(letter.id);
      if (!again.done) {
        bench.clock.advance({ seconds: 61 });
        await bench.send.run(letter.id);
      }
      expect(await stateOf(application.id)).toEqual(['email sent']);
      const messages = await bench.sandbox.control.messages({ reference: letter.id });
      expect(messages).toHaveLength(1);
    },
  );

  it('is asked again when it was too busy, which is known to have sent nothing', async () => {
    const { application, letter } = await bench.writeRejection();
    const fault = { service: 'notify', operation: '*', fault: 'status-429' } as const;
    await bench.sandbox.control.addFault(fault);
    await expect(bench.send.run(letter.id)).rejects.toThrow('The message service answered 429');
    expect(await bench.letters(application.id)).toMatchObject([
      { state: 'written', lastProblem: 'The message service answered 429' },
    ]);
    await bench.send.run(letter.id);
    expect(await bench.letters(application.id)).toMatchObject([
      { state: 'sent', lastProblem: null },
    ]);
  });

  it('never gets a letter again when it cannot say whether it has it', async () => {
    const { application, letter } = await bench.writeRejection();
    const control = bench.sandbox.control;
    await control.addFault({ service: 'notify', operation: '*', fault: 'drop-after' });
    await expect(bench.send.run(letter.id)).rejects.toThrow();
    await control.addFault({ service: 'notify', operation: '*', fault: 'status-429' });
    await expect(bench.send.run(letter.id)).rejects.toThrow('429');
    expect(await stateOf(application.id)).toEqual(['email unknown']);
    await bench.send.run(letter.id);
    expect(await control.messages({ reference: letter.id })).toHaveLength(1);
  });

  it('keeps neither address nor words in the problem it leaves behind', async () => {
    const { application, letter } = await bench.writeRejection();
    const fault = { service: 'notify', operation: '*', fault: 'status-503' } as const;
    await bench.sandbox.control.addFault(fault);
    const problem = await bench.send.run(letter.id).catch((error: unknown) => error);
    expect(`${String(problem)} ${JSON.stringify(problem)}`).not.toMatch(/priya|rejected|PD-/i);
    expect((await bench.letters(application.id))[0]?.lastProblem).toMatch(/503/);
  });
});

describe('when every attempt failed', () => {
  it('says in plain words whether it may have been sent', async () => {
    const known = await bench.writeRejection({ contactPreference: 'post' });
    await bench.send.gaveUp(known.letter.id);
    const lost = await bench.writeRejection({ contactPreference: 'post' });
    await bench.unitOfWork.run((tx) => markLetterSending(tx, lost.letter, bench.clock.now()));
    await bench.send.gaveUp(lost.letter.id);
    const problems = [
      ...(await bench.letters(known.application.id)),
      ...(await bench.letters(lost.application.id)),
    ].map(({ lastProblem }) => lastProblem);
    expect(problems).toEqual([
      expect.stringMatching(/it was not sent\.$/),
      expect.stringMatching(/it may or may not have been sent\.$/),
    ]);
  });

  it('leaves a letter alone that was sent after all', async () => {
    const { application, letter } = await bench.writeRejection();
    await bench.send.run(letter.id);
    await bench.send.gaveUp(letter.id);
    expect(await stateOf(application.id)).toEqual(['email sent']);
  });
});

describe('a worker killed on its way', () => {
  it('sends what was only marked, once it is sure that nothing went', async () => {
    const { application, letter } = await bench.writeRejection();
    await bench.unitOfWork.run((tx) => markLetterSending(tx, letter, bench.clock.now()));
    const waiting = await bench.send.run(letter.id);
    expect(waiting).toMatchObject({ done: false });
    expect(await bench.sandbox.control.messages({ reference: letter.id })).toEqual([]);
    bench.clock.advance({ minutes: 1 });
    await bench.send.run(letter.id);
    expect(await bench.sandbox.control.messages({ reference: letter.id })).toHaveLength(1);
    expect(await stateOf(application.id)).toEqual(['email sent']);
  });

  it('lets only one of two workers send', async () => {
    const { letter } = await bench.writeRejection();
    await Promise.all([bench.handOver.run(letter), bench.handOver.run(letter)]);
    await bench.handOver.run(letter);
    expect(await bench.sandbox.control.messages({ reference: letter.id })).toHaveLength(1);
  });

  it('records a message found at the service, and sends nothing', async () => {
    const { application, letter } = await bench.writeRejection();
    await bench.send.run(letter.id);
    await bench.database.dataSource.query(
      `UPDATE letters SET state = 'unknown', provider_id = NULL WHERE id = ?`,
      [letter.id],
    );
    await bench.send.run(letter.id);
    expect(await stateOf(application.id)).toEqual(['email sent']);
    expect(await bench.sandbox.control.messages({ reference: letter.id })).toHaveLength(1);
  });
});
