import { askedOfResident } from '../../src/case-page/asked-of-resident.presenter.js';
import type { CaseFile } from '../../src/case-file/case-file.queries.js';
import { EVIDENCE_REQUEST_STATES } from '../../src/evidence-requests/evidence-request-states.rules.js';
import { localDate } from '../../src/shared/london-date.js';
import { renderView } from '../support/render-view.js';

const request: CaseFile['requests'][number] = {
  id: 'request',
  applicationId: 'case',
  state: 'answered',
  askedBy: 'officer',
  askedAt: new Date('2026-11-20T10:00:00Z'),
  answerByOn: localDate('2026-12-04'),
  linkExpiresAt: new Date('2026-12-19T00:00:00Z'),
  items: [
    {
      id: '1',
      label: 'Utility bill',
      paperId: 'old',
      paperKind: 'utility_bill',
      acceptedKinds: ['utility_bill'],
      reason: 'paper_too_old',
      words: 'Too old.',
      bring: 'Send a newer one.',
      acceptableFromOn: null,
      receivedPaperIds: [],
      cannotSend: 'My <b>landlord</b> pays.',
    },
  ],
  formId: 'form',
  answeredAt: new Date('2026-11-23T09:30:00Z'),
  remindedAt: null,
  lapsedAt: null,
  closedAt: new Date('2026-11-24T09:30:00Z'),
};
const fileWith = (differs: Partial<typeof request>) =>
  ({ requests: [{ ...request, ...differs }] }) as unknown as CaseFile;

describe('what was asked of the resident', () => {
  it('shows his own words to who may see papers, escaped, and to nobody else', async () => {
    const { $, html } = await renderView(
      'case-page/asked',
      askedOfResident(fileWith({}), true) ?? {},
    );
    expect($('blockquote').text()).toBe('My <b>landlord</b> pays.');
    expect(html).not.toContain('<b>');
    const other = await renderView('case-page/asked', askedOfResident(fileWith({}), false) ?? {});
    expect(other.html).not.toContain('landlord');
    expect(other.html).toContain('the resident says why');
  });

  it.each([
    ['open', 'Waiting for an answer by 4 December 2026.'],
    ['lapsed', 'Answer overdue: it was asked for by 4 December 2026. The link still works.'],
    ['answered', 'Answered on 23 November 2026, 9:30am.'],
    ['closed', 'Closed on 24 November 2026, 9:30am: the link takes nothing more.'],
  ] as const)('says of one that is %s: %s', (state, words) => {
    expect(askedOfResident(fileWith({ state }), true)?.state).toBe(words);
    expect(EVIDENCE_REQUEST_STATES).toContain(state);
  });

  it('is nothing when nothing was asked', () => {
    expect(askedOfResident({ requests: [] } as unknown as CaseFile, true)).toBeNull();
  });
});
