import { isSameName, nameKey } from './person-name.js';

describe('nameKey', () => {
  it.each([
    ['Mrs. Zoë O’Neil-Smith', 'zoe oneil smith'],
    ['  JANE   DOE ', 'jane doe'],
    ['Dr Jane Q. Doe', 'jane q doe'],
    ['Lord', 'lord'],
    ['', ''],
    ['  .  ', ''],
  ])('of “%s” is “%s”', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});

describe('isSameName', () => {
  it.each([
    ['Jane Doe', 'Mrs Jane Doe'],
    ['Jane Doe', 'Jane Quill Doe'],
    ['JANE DOE', 'jane doe'],
    ['Zoë Example', 'Zoe Example'],
    ['Cher', 'cher'],
  ])('says so of %s and %s, either way round', (a, b) => {
    expect(isSameName(a, b)).toBe(true);
    expect(isSameName(b, a)).toBe(true);
  });

  it.each([
    ['Jane Doe', 'John Doe'],
    ['Jane Doe', 'Jane Roe'],
    ['Jane Ann Doe', 'Jane Quill Doe'],
    ['Jane', 'Jane Doe'],
    ['', ''],
  ])('does not of %s and %s', (a, b) => {
    expect(isSameName(a, b)).toBe(false);
    expect(isSameName(b, a)).toBe(false);
  });
});
