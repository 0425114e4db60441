import { paymentFaults, type PaymentInLedger } from './ledger-faults.rules.js';

const NOTHING = { captured: 0, refunded: 0, owed: 0, held: 0, customer: 0, payable: 0 };
const EARNED: PaymentInLedger = {
  ...{ paymentId: 'p', isHeld: false, isQuiet: true },
  ...{ capturedPence: 5500, refundedPence: 0, promisedPence: 0 },
  ledger: { ...NOTHING, captured: 5500 },
};

describe('a payment and its ledger', () => {
  it.each([
    ['earned', EARNED],
    [
      'held',
      {
        ...{ ...EARNED, isHeld: true, isQuiet: false, capturedPence: 0 },
        ledger: { ...NOTHING, held: 5500, customer: -5500 },
      },
    ],
    [
      'owed, while the case is not quiet',
      {
        ...{ ...EARNED, isQuiet: false, promisedPence: 5500 },
        ledger: { ...NOTHING, captured: 5500, owed: 5500, payable: -5500 },
      },
    ],
    [
      'refunded',
      {
        ...{ ...EARNED, refundedPence: 5500, promisedPence: 5500 },
        ledger: { ...NOTHING, captured: 5500, refunded: 5500, owed: 5500 },
      },
    ],
    ['promised to an exception that nobody approved yet', { ...EARNED, promisedPence: 2000 }],
  ] as const)('agree when it is %s', (_, payment) => {
    expect(paymentFaults(payment)).toEqual([]);
  });

  it.each([
    ['captured_differs', { capturedPence: 2750 }, {}],
    ['refunded_differs', { refundedPence: 100 }, {}],
    ['hold_differs', { isHeld: true }, {}],
    ['hold_differs', {}, { held: 5500 }],
    ['promised_too_little', {}, { owed: 2000 }],
    ['returned_more_than_owed', {}, { payable: 1 }],
    ['kept_for_closed_case', {}, { customer: -5500 }],
    ['kept_for_closed_case', {}, { customer: 5500 }],
  ] as const)('%s', (fault, more, ledger) => {
    const payment = { ...EARNED, ...more, ledger: { ...EARNED.ledger, ...ledger } };
    expect(paymentFaults(payment)).toEqual([fault]);
  });
});
