import { ARRIVAL_HINTS } from '../applications/arrival-hints.rules.js';
import { PROBLEM_TYPES } from './api-problems.js';
import { linksOf, STATUS_WORDS } from './application-answer.presenter.js';

/** Invented, and valid by the schemas beside which they stand (a test holds them to it). */
const reference = 'PD-7KMX-4TPJ';
const links = linksOf(reference);

const application = {
  clientReference: 'WEB-2026-000123',
  permitType: 'resident',
  applicant: {
    name: 'Priya Example',
    email: 'priya@example.com',
    mobile: '07700 900123',
    contactPreference: 'email',
    assistedChannel: null,
  },
  property: { uprn: '999000000001' },
  vehicle: {
    registration: 'AB12 CDE',
    declaredMake: 'Ford',
    declaredColour: 'Blue',
    keeperName: 'Priya Example',
    keeperKind: 'own',
  },
  startOn: '2026-12-01',
  durationMonths: 12,
  declarationAcceptedAt: '2026-11-20T09:10:00Z',
  payment: { providerPaymentId: 'hu20sqlact5260q2nanm0q8u93', amountPence: 5500 },
  concernsPermit: null,
};

const received = {
  reference,
  status: 'submitted',
  statusWords: STATUS_WORDS.submitted,
  hints: [{ code: 'paper_missing', words: ARRIVAL_HINTS.paper_missing }],
  links,
};

const request = { reference: 'K3J4M9QX' };

export const API_EXAMPLES = {
  application,
  received,
  standing: {
    ...received,
    status: 'rejected',
    statusWords: STATUS_WORDS.rejected,
    hints: [],
    clientReference: application.clientReference,
    receivedAt: '2026-11-20T09:10:04.000Z',
    decision: {
      outcome: 'rejected',
      decidedAt: '2026-11-23T14:02:11.000Z',
      reasons: [{ code: 'paper_too_old', words: 'The utility bill is too old.' }],
      letter: {
        subject: `Parking permit application: ${reference}`,
        body: 'We cannot approve your application.',
      },
    },
  },
  evidence: {
    reference,
    papers: [{ kind: 'utility_bill', position: 1, outcome: 'added' }],
    links,
  },
  evidenceBefore: {
    reference,
    papers: [{ kind: 'utility_bill', position: 1, outcome: 'already_added' }],
    links,
  },
  faults: {
    type: PROBLEM_TYPES.faults,
    title: 'Something needs putting right',
    status: 422,
    detail: 'Nothing was kept. Put every fault right and send it again.',
    faults: [
      {
        pointer: '/vehicle/registration',
        code: 'not_a_registration',
        words:
          'Enter a registration number as it is on the number plate, like AB12 CDE. Did you mean FY64 BBO?',
        suggestions: ['FY64 BBO'],
      },
      {
        pointer: '/durationMonths',
        code: 'term_not_offered',
        words: 'Resident is offered for 12 months',
      },
    ],
    ...request,
  },
  sentDifferently: {
    type: PROBLEM_TYPES.sentDifferently,
    title: 'This client reference was used for a different application',
    status: 409,
    detail: `${reference} came with the same client reference and other content. Nothing was changed.`,
    applicationReference: reference,
    ...request,
  },
  closed: {
    type: PROBLEM_TYPES.closed,
    title: 'This application is decided',
    status: 409,
    detail: 'Papers can only be added before a decision. Apply again to send more.',
    ...request,
  },
} as const;
