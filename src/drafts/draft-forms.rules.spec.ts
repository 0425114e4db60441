import { draftForm } from './draft-forms.rules.js';

describe('the forms that keep drafts', () => {
  it.each([
    ['rejection', 'decide', 'rejection/new'],
    ['approval', 'decide', 'approval/new'],
    ['withdrawal', 'withdraw', 'withdrawal/new'],
    ['evidence-requests', 'decide', 'evidence-requests/new'],
    ['hold', 'claim', 'hold/new'],
    ['take-over', 'claim', 'take-over/new'],
    ['notes', 'write-note', 'notes/new'],
    ['reopening', 'reopen-decision', 'reopening/new'],
    ['second-look', 'second-look', 'second-look'],
    ['reviews', 'open-review', 'reviews/new'],
    ['review-outcome', 'settle-review', 'review-outcome/new'],
    ['vehicle', 'review', 'vehicle'],
    ['evidence/12/check', 'review', 'evidence/12'],
  ])('%s needs “%s” and stands on %s', (posted, permission, page) => {
    const form = draftForm(posted);
    expect(form?.permission).toBe(permission);
    expect(form?.page(posted)).toBe(page);
  });

  it.each(['', 'claim', 'evidence/0/check', 'evidence/1/check/..', '../rejection', 'rejection\n'])(
    '%j keeps none',
    (posted) => expect(draftForm(posted)).toBeNull(),
  );
});
