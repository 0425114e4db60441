import { checkPassword, passwordRefusals } from './password.rules.js';

const EMAIL = 'grace.officer@council.example';
const verdict = (password: string) => {
  const checked = checkPassword(password, EMAIL);
  return checked.ok ? 'ok' : checked.refusal;
};

describe('attack 159, attack 160: a password', () => {
  it.each([
    'four quiet badgers dig',
    ' leading blank and trailing ',
    'x'.repeat(60) + 'yz!ä5',
    'Ω≈ç√∫˜µ≤≥÷åß∂',
    '🦊🦡🦉🐢🦔🐝🦋🐌🦗🐞🦀🐙',
    'parking wardens sing at dusk',
    'tr0ub4dor&3-gravel',
    'Kxw7!pQ2#mZ9',
    'a b c d e f g h',
  ])('may be %j', (password) => expect(verdict(password)).toBe('ok'));

  it.each([
    ['eleven char', 'too_short'],
    ['🦊'.repeat(11), 'too_short'],
    ['x1y2z3w4'.repeat(26), 'too_long'],
    ['passwordpassword', 'obvious'],
    ['Password1234!', 'obvious'],
    ['P@ssw0rd2026!!', 'obvious'],
    ['Leicestershire1!', 'obvious'],
    ['Summer2026Summer', 'obvious'],
    ['CountyCouncil1', 'obvious'],
    ['permit desk 2026', 'obvious'],
    ['qwertyuiop12', 'obvious'],
    ['aaaaaaaaaaaaaaa', 'obvious'],
    ['abababababab', 'obvious'],
    ['123456789012', 'obvious'],
    ['zyxwvutsrqponm', 'obvious'],
    ['20-11-2026-09-15', 'obvious'],
    ['correcthorsebatterystaple', 'obvious'],
    ['iloveyou12345', 'obvious'],
    ['letmeinletmein1', 'obvious'],
    ['administrator1', 'obvious'],
    ['grace.officer@council.example', 'contains_email'],
    ['xx GRACE.OFFICER 77 kk', 'contains_email'],
  ])('may not be %j: %s', (password, refusal) => expect(verdict(password)).toBe(refusal));

  it('is as long as it looks, however it was typed', () => {
    expect(verdict('e\u0301'.repeat(6) + 'ñandú')).toBe('too_short');
    expect(verdict('gravel owl '.repeat(18) + 'zz')).toBe('ok');
    expect(verdict('gravel owl '.repeat(18) + 'zzz')).toBe('too_long');
  });

  it('is told in words why not', () => {
    for (const words of Object.values(passwordRefusals)) expect(words).not.toBe('');
  });
});
