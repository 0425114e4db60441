import {
  type CommandToMatch,
  outstandingOf,
  ownersOf,
  type RefundToMatch,
} from './refund-owners.rules.js';

const SENT = new Date('2026-11-20T10:00:00Z');

const command = (more: Partial<CommandToMatch> = {}): CommandToMatch => ({
  ...{ id: 'c', kind: 'refund', returnsPence: 2000, providerReference: null },
  ...{ refundsBefore: [], sentAt: SENT, ...more },
});
const refund = (more: Partial<RefundToMatch> = {}): RefundToMatch => ({
  ...{ id: 'r', amountPence: 2000, status: 'success', ...more },
});

const owner = (
  commands: readonly CommandToMatch[],
  refunds: readonly RefundToMatch[] = [refund()],
  posted: Parameters<typeof ownersOf>[0]['posted'] = new Map(),
) => ownersOf({ commands, refunds, posted }).map(({ commandId, isOurs }) => [commandId, isOurs]);

describe('whose a refund at the provider is (R-PAY-3)', () => {
  it('is the command’s that has its number', () => {
    const numbered = command({ providerReference: 'r', sentAt: null, returnsPence: 9 });
    expect(owner([command({ id: 'other' }), numbered])).toEqual([['c', true]]);
  });

  it('is ours when the answer was lost, it is new and of our amount', () => {
    expect(owner([command()])).toEqual([['c', true]]);
  });

  it.each([
    ['nothing was sent yet', { sentAt: null }, {}],
    ['it was there before', { refundsBefore: ['r'] }, {}],
    ['the amount is another', {}, { amountPence: 1999 }],
    ['ours has another number', { providerReference: 'x' }, {}],
    ['the command takes money', { kind: 'capture' }, {}],
    ['the command was to give nothing back', { returnsPence: null }, {}],
  ] as const)('is nobody’s when %s', (_, ofCommand, ofRefund) => {
    expect(owner([command(ofCommand)], [refund(ofRefund)])).toEqual([[null, false]]);
  });

  it('is ours once: a second one of the same amount is somebody else’s', () => {
    const two = [refund(), refund({ id: 'r2' })];
    expect(owner([command()], two)).toEqual([
      ['c', true],
      [null, false],
    ]);
  });

  it('stays what the ledger knows, whatever the numbers say now', () => {
    const posted = new Map([['r', { commandId: 'earlier', isOurs: true, isFailed: false }]]);
    expect(owner([command()], [refund()], posted)).toEqual([['earlier', true]]);
  });

  it('of a second try is found beside the first one that failed', () => {
    const posted = new Map([['r', { commandId: 'c', isOurs: true, isFailed: true }]]);
    const again = command({ refundsBefore: ['r'] });
    const refunds = [refund({ status: 'error' }), refund({ id: 'r2' })];
    expect(owner([again], refunds, posted)).toEqual([
      ['c', true],
      ['c', true],
    ]);
  });

  it('made by hand counts towards a release that owes all of it', () => {
    const release = command({ kind: 'release', returnsPence: 5500, sentAt: null });
    expect(owner([release])).toEqual([['c', false]]);
    const owned = ownersOf({ commands: [release], refunds: [refund()], posted: new Map() });
    expect(outstandingOf(release, owned)).toBe(3500);
  });

  it('made by hand is nobody’s when a release owes less than it', () => {
    const release = command({ kind: 'release', returnsPence: 1000, sentAt: null });
    expect(owner([release])).toEqual([[null, false]]);
  });
});

describe('a refund of ours that failed at the bank (R-PAY-4)', () => {
  const failed = command({ providerReference: 'r', refundsBefore: ['r'] });
  const posted = new Map([['r', { commandId: 'c', isOurs: true, isFailed: true }]]);
  const first = refund({ status: 'error' });

  it('is made good by the same amount given back by hand, which must not be sent again', () => {
    const owned = ownersOf({ commands: [failed], refunds: [first, refund({ id: 'r2' })], posted });
    expect(owned[1]).toMatchObject({ commandId: 'c', isOurs: false });
    expect(outstandingOf(failed, owned)).toBe(0);
  });

  it('is made good even when both are read for the first time together', () => {
    const sent = command({ providerReference: 'r' });
    const refunds = [first, refund({ id: 'r2' })];
    const owned = ownersOf({ commands: [sent], refunds, posted: new Map() });
    expect(owned.map(({ commandId, isOurs }) => [commandId, isOurs])).toEqual([
      ['c', true],
      ['c', false],
    ]);
  });

  it('is not made good by another amount, nor twice', () => {
    const other = refund({ id: 'r2', amountPence: 1999 });
    expect(owner([failed], [first, other], posted)[1]).toEqual([null, false]);
    const two = [first, refund({ id: 'r2' }), refund({ id: 'r3' })];
    expect(owner([failed], two, posted)[2]).toEqual([null, false]);
  });

  it('stays failed when a reading that was made before is kept after', () => {
    const refunds = [refund({ status: 'submitted' })];
    const owned = ownersOf({ commands: [failed], refunds, posted });
    expect(owned[0]).toMatchObject({ commandId: 'c', isOurs: true, status: 'error' });
    expect(outstandingOf(failed, owned)).toBe(2000);
  });
});

describe('what a command still has to give back', () => {
  it('is not lessened by a refund that failed', () => {
    const owned = [{ ...refund({ status: 'error' }), commandId: 'c', isOurs: true }];
    expect(outstandingOf(command(), owned)).toBe(2000);
  });

  it('is not known before it was promised', () => {
    expect(outstandingOf({ id: 'c', returnsPence: null }, [])).toBeNull();
  });
});
