import { claimRefusedBecause, isDoneAlready } from './claim-refusal.rules.js';

const priya = { id: 'p', name: 'Priya Officer', claimedAt: new Date('2026-11-20T10:42:00Z') };

describe('why a claim was refused', () => {
  it('names who holds the case and since when', () => {
    expect(claimRefusedBecause('held_by_another', priya)).toBe(
      'Priya Officer has been reviewing this case since 20 November 2026, 10:42am.',
    );
    expect(claimRefusedBecause('stale', priya)).toContain('Priya Officer');
  });

  it('says what is known when nobody holds it', () => {
    expect(claimRefusedBecause('stale', null)).toBe('The case changed after you opened this page.');
    expect(claimRefusedBecause('already_decided', null)).toContain('decided');
  });
});

describe('a button pressed twice', () => {
  it('has done its work when the case stands as the person wanted', () => {
    expect(isDoneAlready('claim', priya, 'p')).toBe(true);
    expect(isDoneAlready('claim', priya, 'me')).toBe(false);
    expect(isDoneAlready('claim', null, 'me')).toBe(false);
    expect(isDoneAlready('release', null, 'me')).toBe(true);
    expect(isDoneAlready('release', priya, 'me')).toBe(false);
  });
});
