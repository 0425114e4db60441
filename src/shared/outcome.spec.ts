import { ok, refuse, type Outcome } from './outcome.js';

describe('outcome', () => {
  it('says ok with what came of it', () => {
    expect(ok({ pence: 5500 })).toEqual({ ok: true, pence: 5500 });
    expect(ok()).toEqual({ ok: true });
  });

  it('says why not, with details when there are some', () => {
    expect(refuse('already_decided')).toEqual({ ok: false, refusal: 'already_decided' });
    expect(refuse('shape', { suggestions: ['A1'] })).toEqual({
      ok: false,
      refusal: 'shape',
      suggestions: ['A1'],
    });
  });

  it('cannot be talked out of its answer by a value that carries the same names', () => {
    expect(ok({ ok: false }).ok).toBe(true);
    expect(refuse('late', { ok: true, refusal: 'other' })).toMatchObject({
      ok: false,
      refusal: 'late',
    });
  });

  it('narrows by type', () => {
    const answers: Outcome<{ to: string }, 'no'>[] = [ok({ to: 'x' }), refuse('no')];
    expect(answers.map((one) => (one.ok ? one.to : one.refusal))).toEqual(['x', 'no']);
  });
});
