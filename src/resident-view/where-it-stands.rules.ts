import type { ApplicationStatus } from '../applications/application-status.rules.js';
import { countText } from '../shared/duration-text.js';
import { formatDate, type LocalDate } from '../shared/london-date.js';

export interface StandingFacts {
  status: ApplicationStatus;
  /** False while the letter about the decision waits for a second look: nobody has been told. */
  isTold: boolean;
  receivedOn: LocalDate;
  decidedOn: LocalDate | null;
  /** The day by which a paper was asked for; null when nothing is waited for. */
  answerByOn: LocalDate | null;
  /** How long a decision should take; null when policy gives no target. */
  targetWorkingDays: number | null;
}

/** Where an application stands, in words for the resident: a heading and what follows. */
export interface Standing {
  heading: string;
  lines: string[];
}

const NOT_A_PERMIT = 'You may not park as a permit holder yet.';
const WE_WRITE = 'We write to you when we have decided.';

export function whereItStands(facts: StandingFacts): Standing {
  switch (facts.isTold ? facts.status : 'in_review') {
    case 'submitted':
      return standing('We have your application', [...aim(facts), WE_WRITE, NOT_A_PERMIT]);
    case 'in_review':
      return standing('We are looking at your application', [
        ...aim(facts),
        WE_WRITE,
        NOT_A_PERMIT,
      ]);
    case 'awaiting_evidence':
      return standing('We are waiting for you', [...waiting(facts), NOT_A_PERMIT]);
    case 'approved':
      return standing(`We approved your application${on(facts)}`, [
        'Our letter says from when your permit covers you, and until when.',
      ]);
    case 'rejected':
      return standing(`We rejected your application${on(facts)}`, [
        'Our letter gives the reasons, and says what to send if you apply again.',
        'You may not park as a permit holder.',
      ]);
    case 'withdrawn':
      return standing(`Your application was withdrawn${on(facts)}`, [
        'We will not decide it. You can apply again at any time.',
        'You may not park as a permit holder.',
      ]);
  }
}

function aim({ targetWorkingDays: days }: StandingFacts): string[] {
  return days === null
    ? []
    : [`We aim to decide within ${countText(days, 'working day')} of getting all we need.`];
}

function waiting({ answerByOn }: StandingFacts): string[] {
  return answerByOn === null
    ? ['We have asked you for something. Our last letter says what, and how to send it.']
    : [
        `We asked you for a paper. Please send it by the end of ${formatDate(answerByOn)}.`,
        'Use the link in the letter that asked for it.',
      ];
}

function on({ decidedOn }: StandingFacts): string {
  return decidedOn === null ? '' : ` on ${formatDate(decidedOn)}`;
}

function standing(heading: string, lines: string[]): Standing {
  return { heading, lines };
}
