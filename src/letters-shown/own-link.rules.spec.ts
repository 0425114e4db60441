import { withoutOwnLink } from './own-link.rules.js';

describe('a letter read by colleagues', () => {
  it('is without the link that opens the case', () => {
    const words = 'Send it at https://permits.example.org/r/AbC-12_x by 4 December 2026.';
    expect(withoutOwnLink(words)).toBe(
      'Send it at [the resident’s own link, not shown here] by 4 December 2026.',
    );
    for (const page of ['r', 's', 'p']) {
      expect(withoutOwnLink(`http://127.0.0.1:3000/${page}/abc`)).not.toContain('abc');
    }
  });

  it('keeps every other link', () => {
    const words = 'Apply again at https://permits.example.org/apply/r or call.';
    expect(withoutOwnLink(words)).toBe(words);
  });
});
