import { EMAIL_REFUSAL_WORDS, emailMatchKey, normaliseEmail } from './email-address.js';

const labels = (count: number) => Array.from({ length: count }, () => 'a'.repeat(60)).join('.');

describe('normaliseEmail', () => {
  it.each([
    ['sam.patel@example.com', 'sam.patel@example.com'],
    [' sam@Example.COM ', 'sam@example.com'],
    ['Sam.Patel+parking@example.org', 'Sam.Patel+parking@example.org'],
    ["o'neill@mail.example.co", "o'neill@mail.example.co"],
    ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    [`${'a'.repeat(64)}@example.com`, `${'a'.repeat(64)}@example.com`],
  ])('%j is %s', (text, email) => {
    expect(normaliseEmail(text)).toEqual({ ok: true, email });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['sam@example.com\r\nBcc: all@example.org', 'line_break'],
    ['sam@example.com\n', 'line_break'],
    ['\rsam@example.com', 'line_break'],
    ['sam@example.com\u2028', 'line_break'],
    ['sam@example.com,pat@example.com', 'more_than_one'],
    ['sam@example.com; pat@example.com', 'more_than_one'],
    ['sam@example.com pat@example.com', 'more_than_one'],
    ['sam@example.com pat', 'more_than_one'],
    [`a@${labels(4)}.example.com`, 'too_long'],
    ['@'.repeat(300), 'too_long'],
    [`${'a'.repeat(65)}@example.com`, 'not_an_email'],
    ['sam', 'not_an_email'],
    ['sam@', 'not_an_email'],
    ['@example.com', 'not_an_email'],
    ['sam@example', 'not_an_email'],
    ['sam@.example.com', 'not_an_email'],
    ['sam@example..com', 'not_an_email'],
    ['sam@-example.com', 'not_an_email'],
    ['sam@example-.com', 'not_an_email'],
    ['sam@127.0.0.1', 'not_an_email'],
    ['sam@example.c', 'not_an_email'],
    ['.sam@example.com', 'not_an_email'],
    ['sam.@example.com', 'not_an_email'],
    ['sa..m@example.com', 'not_an_email'],
    ['sa m@example.com', 'not_an_email'],
    ['Sam <sam@example.com>', 'not_an_email'],
    ['"sam"@example.com', 'not_an_email'],
    ['s\u0430m@example.com', 'not_an_email'],
    ['sam@example.com\u0000', 'not_an_email'],
  ])('refuses %j: %s', (text, refusal) => {
    expect(normaliseEmail(text)).toEqual({ ok: false, refusal });
    expect(EMAIL_REFUSAL_WORDS).toHaveProperty(refusal);
  });

  it('R-MAIL-2: finds two spellings of one address equal', () => {
    expect(emailMatchKey('Sam@example.com')).toBe(emailMatchKey('sam@example.com'));
  });
});
