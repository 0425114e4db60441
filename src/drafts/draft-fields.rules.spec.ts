import { fieldsIn, keptFields } from './draft-fields.rules.js';

describe('what is kept of a form', () => {
  it('is what was typed and chosen, one value or several', () => {
    const sent = { 'mark[name]': 'matches', reasons: ['a', 'b'], note: 'Seen at the counter' };
    expect(keptFields(sent)).toEqual(sent);
  });

  it('is never what belongs to one drawing of it, nor which button was pressed', () => {
    const own = {
      _csrf: 't',
      version: '3',
      formId: 'x',
      drawnAt: 'now',
      letterKey: 'k',
      step: 's',
    };
    const drawn = { ...own, act: 'accept', money: 'm', terms: 't', viewerPage: '2' };
    expect(keptFields({ ...drawn, note: 'kept' })).toEqual({ note: 'kept' });
  });

  it('is never the whole reference of a V5C, nor a password (R-V5C-6)', () => {
    const secret = { documentReference: '12345678901', password: 'four quiet badgers' };
    expect(keptFields({ ...secret, note: 'kept' })).toEqual({ note: 'kept' });
  });

  it.each([[{ words: '  ', tell: '' }], [{}], [null], ['text'], [{ words: { not: 'text' } }]])(
    'is nothing of %j',
    (sent) => expect(keptFields(sent)).toBeNull(),
  );

  it('is nothing of more than a form can hold', () => {
    expect(keptFields({ words: 'x'.repeat(100_001) })).toBeNull();
    const many = Array.from({ length: 400 }, (_, at) => [`field${at}`, 'x']);
    expect(keptFields(Object.fromEntries(many))).toBeNull();
  });
});

describe('a form sent as one text', () => {
  it('is read as a browser would have sent it', () => {
    expect(fieldsIn('a=1&b%5Bx%5D=two+words&c=1&c=2')).toEqual({
      a: '1',
      'b[x]': 'two words',
      c: ['1', '2'],
    });
  });

  it('brings no name that an object has of its own', () => {
    expect(fieldsIn('__proto__=1&constructor=2&prototype=3&a=1')).toEqual({ a: '1' });
  });
});
