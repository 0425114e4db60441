import { IsIn, IsObject, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Keyed, Many, Trim } from './form-fields.js';
import { parseForm, parseQuery } from './parse-form.js';

class NoteForm {
  @MinLength(1, { message: 'Enter a note' })
  @MaxLength(20, { message: 'Note must be 20 characters or fewer' })
  @Trim()
  text = '';

  @Many()
  @IsIn(['a', 'b'], { each: true, message: 'Choose a or b' })
  letters: string[] = [];

  @Keyed()
  @IsObject()
  verdict: Record<string, string> = {};

  @IsOptional()
  @IsString()
  next?: string;
}

const parse = (body: unknown) => parseForm(NoteForm, body);

describe('a posted form', () => {
  it('is read into its class, each field in its shape', () => {
    const parsed = parse({
      _csrf: 'x',
      text: '  one\r\ntwo\rthree ',
      letters: 'a',
      'verdict[p-1.name]': 'matches',
      'verdict[p-1.date]': 'differs',
    });
    expect(parsed).toEqual({
      ok: true,
      form: {
        text: 'one\ntwo\nthree',
        letters: ['a'],
        verdict: { 'p-1.name': 'matches', 'p-1.date': 'differs' },
      },
    });
    expect(parsed.form).toBeInstanceOf(NoteForm);
  });

  it('has arrays and records even when nothing was chosen', () => {
    expect(parse({ text: 'x' }).form).toEqual({ text: 'x', letters: [], verdict: {} });
    expect(parse({ text: 'x', letters: ['a', 'b'] }).form.letters).toEqual(['a', 'b']);
  });

  it('tells one fault a field, in the order of the class, and keeps what was typed', () => {
    const parsed = parse({ letters: ['a', 'z'], text: '   ' });
    expect(parsed).toEqual({
      ok: false,
      refusal: 'invalid',
      form: { text: '', letters: ['a', 'z'], verdict: {} },
      errors: [
        { field: 'text', href: '#text', text: 'Enter a note' },
        { field: 'letters', href: '#letters', text: 'Choose a or b' },
      ],
    });
    expect(parse(undefined)).toMatchObject({ ok: false, errors: [{ text: 'Enter a note' }] });
    expect(parse({ text: 'x'.repeat(21) })).toMatchObject({
      errors: [{ text: 'Note must be 20 characters or fewer' }],
    });
  });

  it.each([
    ['an unknown field', { text: 'x', role: 'supervisor' }],
    ['a field twice', { text: ['x', 'y'] }],
    ['a keyed field without a key', { text: 'x', verdict: 'matches' }],
    ['a key on a plain field', { text: 'x', 'text[a]': 'y' }],
    ['a hidden key', { text: 'x', 'verdict[__proto__]': 'y' }],
    ['a constructor as key', { text: 'x', 'verdict[constructor]': 'y' }],
    ['something that is no text', { text: { a: 1 } }],
    ['a keyed field with an array', { text: 'x', 'verdict[a]': ['y', 'z'] }],
  ])('with %s is refused as a whole', (_what, body) => {
    expect(() => parse(body)).toThrow(/^The form has a field/);
  });

  it('composes letters, so that two keyboards write the same name', () => {
    expect(parse({ text: 'Zoe\u0308' }).form.text).toBe('Zoë');
  });
});

describe('the query of a page', () => {
  it('may have anything else in it', () => {
    expect(parseQuery(NoteForm, { text: 'x', layout: '/etc/passwd' }).form).toEqual({
      text: 'x',
      letters: [],
      verdict: {},
    });
    expect(() => parseQuery(NoteForm, { text: ['x', 'y'] })).toThrow();
  });
});
