import { APPLICATION_STATUSES } from '../applications/application-status.rules.js';
import { mayRedact } from './redaction.rules.js';

const mine = { status: 'in_review', claimedBy: 'me', version: 4 } as const;
const by = { staffId: 'me', version: 4 };

describe('blacking out', () => {
  it('is for whoever holds the case, as he saw it', () => {
    expect(mayRedact(mine, by)).toEqual({ ok: true });
    expect(mayRedact(mine, { staffId: 'me', version: null })).toEqual({ ok: true });
    expect(mayRedact(mine, { staffId: 'me', version: 3 })).toMatchObject({ refusal: 'stale' });
    expect(mayRedact(mine, { ...by, staffId: 'you' })).toMatchObject({
      refusal: 'claimed_by_other',
    });
  });

  it.each(APPLICATION_STATUSES.filter((status) => status !== 'in_review'))(
    'is not for a case that is %s',
    (status) => {
      expect(mayRedact({ ...mine, status }, by).ok).toBe(false);
    },
  );
});
