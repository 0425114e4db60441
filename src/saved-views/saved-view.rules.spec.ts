import { decideSave, MOST_SAVED_VIEWS, type SavedView } from './saved-view.rules.js';

const view = (id: string, name: string, query = 'zone=Z4'): SavedView => ({
  ...{ id, name, query, staffId: 'me', isShared: false, isFirst: false },
});
const views = [view('a', 'Mine'), view('b', 'Old')];

describe('saving a view', () => {
  it.each([
    ['a new name', [null, 'New', 'zone=Z4'], { ok: true, viewId: null }],
    ['the same once more', [null, 'Mine', 'zone=Z4'], { ok: true, viewId: 'a' }],
    ['a name that is there', [null, 'mine', 'zone=Z7'], { ok: false, refusal: 'name_taken' }],
    ['its own name', ['a', 'MINE', 'zone=Z4'], { ok: true, viewId: 'a' }],
    ['another one’s name', ['a', 'Öld', 'zone=Z4'], { ok: false, refusal: 'name_taken' }],
  ] as const)('%s', (_what, [viewId, name, query], expected) => {
    expect(decideSave({ views, viewId, name, query })).toMatchObject(expected);
  });

  it('stops at twenty, but lets each of them be changed', () => {
    const full = Array.from({ length: MOST_SAVED_VIEWS }, (_, at) => view(`${at}`, `View ${at}`));
    const adding = decideSave({ views: full, viewId: null, name: 'One more', query: '' });
    expect(adding).toMatchObject({ refusal: 'too_many' });
    expect(decideSave({ views: full, viewId: '3', name: 'Renamed', query: '' }).ok).toBe(true);
    const twice = decideSave({ views: full, viewId: null, name: 'View 3', query: 'zone=Z4' });
    expect(twice).toMatchObject({ viewId: '3' });
  });
});
