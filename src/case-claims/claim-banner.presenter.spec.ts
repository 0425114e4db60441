import { claimBanner } from './claim-banner.presenter.js';

const now = new Date('2026-11-20T10:42:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

const banner = (claimedBy: string | null, until: Date | null, status = 'in_review') =>
  claimBanner({
    application: {
      reference: 'PD-7KMX-4TPC',
      status,
      claimedBy,
      claimedAt: minutes(-10),
      claimedUntil: until,
    },
    holderName: 'Ann Lee',
    openBy: [
      { staffId: 'me', name: 'My Self', seenAt: minutes(0) },
      { staffId: 'bo', name: 'Bo Clerk', seenAt: minutes(-0.5) },
      { staffId: 'cy', name: 'Cy Desk', seenAt: minutes(-3) },
    ],
    staffId: 'me',
    now,
  });

describe('the line about who holds a case', () => {
  it('tells the holder until when, and that work keeps it', () => {
    const { holder, meaning } = banner('me', minutes(10));
    expect(holder).toBe('You hold this case since 20 November 2026, 10:32am.');
    expect(meaning).toBe('Yours until 10:52am, and longer while you work on it.');
    expect(banner('me', minutes(-1)).meaning).toContain('unless a colleague claims it');
    expect(banner('me', minutes(10)).keep?.action).toBe('/applications/PD-7KMX-4TPC/longer');
    expect(banner('ann', minutes(10)).keep).toBeNull();
  });

  it('tells a colleague who holds it and when it is free', () => {
    const { holder, meaning } = banner('ann', minutes(10));
    expect(holder).toBe('Ann Lee is reviewing this case since 20 November 2026, 10:32am.');
    expect(meaning).toBe('It is held until 10:52am. You can read it.');
    expect(banner('ann', minutes(-1)).meaning).toBe(
      'The claim ran out at 10:41am. Anybody may claim the case now.',
    );
    expect(banner('ann', null).meaning).toContain('Anybody may claim');
  });

  it('is silent when nobody holds it', () => {
    expect(banner(null, null, 'submitted')).toMatchObject({ holder: null, meaning: null });
    expect(banner('ann', minutes(-1), 'approved').holder).toBeNull();
  });

  it('names the others who have it open, never oneself', () => {
    expect(banner(null, null, 'submitted').others).toBe(
      'Also open in the last 5 minutes: Bo Clerk (now), Cy Desk (3 minutes ago).',
    );
  });
});
