import { readDocumentReference, V5C_REFERENCE_WORDS } from './v5c-reference.rules.js';

describe('the reference of a V5C or of its slip', () => {
  it.each([
    ['v5c', '12345678901', '8901'],
    ['v5c', ' 1234 567 8901 ', '8901'],
    ['v5c', '1234-567-0001', '0001'],
    ['new_keeper_slip', '123456789012', '9012'],
    ['new_keeper_slip', '1234 5678 9012', '9012'],
  ] as const)('%s: %s keeps only %s (R-V5C-1, R-V5C-2, R-V5C-6)', (kind, text, last4) => {
    expect(readDocumentReference(kind, text)).toEqual({ ok: true, last4 });
  });

  it.each([
    ['v5c', '123456789012', 'not_11_digits'],
    ['v5c', '1234567890', 'not_11_digits'],
    ['new_keeper_slip', '12345678901', 'not_12_digits'],
    ['new_keeper_slip', '1234567890123', 'not_12_digits'],
    ['v5c', '1234567890A', 'not_digits'],
    ['v5c', '', 'not_digits'],
    ['v5c', '１２３４５６７８９０１', 'not_digits'],
    ['v5c', '+2345678901', 'not_digits'],
  ] as const)('%s: never takes the one for the other or %s', (kind, text, refusal) => {
    expect(readDocumentReference(kind, text)).toEqual({ ok: false, refusal });
    expect(V5C_REFERENCE_WORDS[refusal]).not.toBe('');
  });
});
