import {
  formatPhone,
  normaliseMobile,
  normalisePhone,
  PHONE_REFUSAL_WORDS,
} from './phone-number.js';

describe('normaliseMobile', () => {
  it.each([
    '07700900123',
    '07700 900 123',
    ' 07700-900-123 ',
    '(07700) 900123',
    '+447700900123',
    '+44 7700 900123',
    '+44 (0)7700 900123',
    '0044 7700 900123',
    '07700.900.123',
    '07700\u00A0900123',
  ])('%j is +447700900123', (text) => {
    expect(normaliseMobile(text)).toEqual({ ok: true, mobile: '+447700900123' });
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['0116 496 0000', 'not_a_mobile'],
    ['07000 900123', 'not_a_mobile'],
    ['07600 900123', 'not_a_mobile'],
    ['7700900123', 'not_a_uk_number'],
    ['0770090012', 'not_a_uk_number'],
    ['077009001234', 'not_a_uk_number'],
    ['+1 555 0100', 'not_a_uk_number'],
    ['+44', 'not_a_uk_number'],
    ['999', 'not_a_uk_number'],
    ['07700 900123, 07700 900456', 'more_than_one'],
    ['07700 900123 / 07700 900456', 'more_than_one'],
    ['+447700900123+447700900456', 'more_than_one'],
    ['07700 900123 ext 4', 'characters'],
    ['07700\r\n900123', 'characters'],
    ['07700 900123\u0000', 'characters'],
    ['٠٧٧٠٠٩٠٠١٢٣', 'characters'],
    ['number', 'characters'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(normaliseMobile(text)).toEqual({ ok: false, refusal });
    expect(PHONE_REFUSAL_WORDS).toHaveProperty(refusal);
  });

  it('knows the mobiles of the Isle of Man among the pagers', () => {
    expect(normaliseMobile('07624 900123').ok).toBe(true);
  });
});

describe('normalisePhone and formatPhone', () => {
  it.each([
    ['07700900123', '+447700900123', '07700 900 123'],
    ['01164960000', '+441164960000', '0116 496 0000'],
    ['0121 496 0000', '+441214960000', '0121 496 0000'],
    ['02079460000', '+442079460000', '020 7946 0000'],
    ['01632960001', '+441632960001', '01632 960 001'],
    ['0163296000', '+44163296000', '01632 96000'],
    ['03069990000', '+443069990000', '0306 999 0000'],
    ['08081570000', '+448081570000', '0808 157 0000'],
    ['0800 123456', '+44800123456', '0800 123456'],
    ['08001111', '+448001111', '0800 1111'],
  ])('%s is kept as %s and printed %s', (text, phone, printed) => {
    expect(normalisePhone(text)).toEqual({ ok: true, phone });
    expect(formatPhone(phone)).toBe(printed);
    expect(normalisePhone(printed)).toEqual({ ok: true, phone });
  });

  it('leaves a number of another country as it is', () => {
    expect(formatPhone('+15550100')).toBe('+15550100');
  });
});
