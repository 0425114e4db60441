import { displayName } from './display-name.js';

describe('displayName', () => {
  it.each([
    ['bill.pdf', 'bill.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\bill.pdf', 'bill.pdf'],
    ['bill\u202efdp.exe', 'billfdp.exe'],
    ['a\u0000.pdf', 'a.pdf'],
    ['two\r\nlines\t.pdf', 'twolines.pdf'],
    ['  much   space .pdf ', 'much space .pdf'],
    ['"quoted" <b>.pdf', '"quoted" <b>.pdf'],
    ['\ud800.pdf', '.pdf'],
    ['', 'unnamed'],
    ['folder/', 'unnamed'],
  ])('shows %j as %j', (sent, shown) => {
    expect(displayName(sent)).toBe(shown);
  });

  it('shortens to 200 characters, whole emoji and extension kept', () => {
    const shown = displayName(`${'😀'.repeat(300)}.jpeg`);
    expect(Array.from(shown)).toHaveLength(200);
    expect(shown).toMatch(/^(😀)+….jpeg$/u);
    expect(displayName('n'.repeat(200))).toBe('n'.repeat(200));
    expect(Array.from(displayName(`a.${'n'.repeat(300)}`))).toHaveLength(200);
  });
});
