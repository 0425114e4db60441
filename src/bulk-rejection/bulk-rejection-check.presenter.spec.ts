import type { LetterMoney } from '../letters/money-words.rules.js';
import { bulkRejectionCheckPage } from './bulk-rejection-check.presenter.js';

const pageWith = (money: readonly LetterMoney[]) =>
  bulkRejectionCheckPage({
    carried: { chosen: '', back: '/queue', formId: '5f3c9d1e-6a7b-4c8d-9e0f-1a2b3c4d5e6f' },
    candidates: money.map((one, at) => ({
      ...{ reference: `PD-7KMX-4TP${at}`, seenVersion: 1, why: null, money: one },
    })),
    draft: { reasons: [], words: '', privateNote: '' },
    wordsKey: '1',
    sample: null,
    errors: [],
  });

describe('the page before many cases are rejected', () => {
  it('promises only money that the rejections give back, in its sum and in its list', () => {
    const page = pageWith([
      { is: 'held', pence: 5500 },
      { is: 'taken', pence: 2750 },
      { is: 'unknown', pence: 1000 },
      { is: 'returned', pence: 9900 },
      { is: 'none' },
    ]);
    expect(page.effects[1]).toBe(
      'The payment service is told to give back £92.50 in all, for 3 cases. No money moves for 2 cases.',
    );
    const list = JSON.stringify(page.toReject);
    expect(list).not.toContain('£99');
    expect(list.match(/Nothing/g)).toHaveLength(2);
  });

  it('says that nothing moves when all of it went back before', () => {
    const page = pageWith([{ is: 'returned', pence: 5500 }]);
    expect(page.effects[1]).toMatch(/^No money moves/);
  });
});
