import {
  keysWith,
  ownKeys,
  readKeys,
  SHORTCUT_ACTIONS,
  SHORTCUTS,
  USUAL_KEYS,
} from './shortcuts.rules.js';

describe('the usual keys', () => {
  it('are each there once', () => {
    expect(readKeys(USUAL_KEYS)).toEqual({ ok: true, keys: USUAL_KEYS });
  });

  it('are those of the standard (C4)', () => {
    const alone = SHORTCUT_ACTIONS.filter((action) => SHORTCUTS[action].pressed === 'alone');
    const keys = alone.map((action) => USUAL_KEYS[action]).join('');
    for (const key of 'jk+-0r/123456axn?g') expect(keys).toContain(key);
    expect([USUAL_KEYS.go_queue, USUAL_KEYS.go_search]).toEqual(['q', 's']);
  });
});

describe('keys of one’s own', () => {
  it('are read as small letters, and only what differs is kept', () => {
    const read = readKeys({ ...USUAL_KEYS, next_page: 'D', previous_page: 'ü' });
    if (!read.ok) throw new Error('must be read');
    expect(ownKeys(read.keys)).toEqual({ next_page: 'd', previous_page: 'ü' });
    expect(keysWith(ownKeys(read.keys))).toEqual(read.keys);
  });

  it('are refused where two are the same, at the second', () => {
    const read = readKeys({ ...USUAL_KEYS, previous_page: 'J' });
    expect(read).toMatchObject({ ok: false, faults: [{ action: 'previous_page' }] });
  });

  it('may be the same alone and after the key that begins a way', () => {
    expect(readKeys({ ...USUAL_KEYS, go_queue: 'j' }).ok).toBe(true);
    expect(readKeys({ ...USUAL_KEYS, go_queue: 's' }).ok).toBe(false);
  });

  it.each(['', ' ', 'ab', '\u0007', '\t', 'Enter'])('%j is no key', (next_page) => {
    expect(readKeys({ ...USUAL_KEYS, next_page })).toMatchObject({
      ok: false,
      faults: [{ action: 'next_page' }],
    });
  });

  it('that clash with a newer shortcut give way to the usual ones', () => {
    expect(keysWith({ next_page: 'f' })).toEqual(USUAL_KEYS);
    expect(keysWith({ of_an_older_release: 'z' })).toEqual(USUAL_KEYS);
  });
});
