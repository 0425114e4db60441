import type { ApplicationStatus } from '../applications/application-status.rules.js';

/** How pages name the state of an application; the colour only helps. */
export const STATUS_TAGS: Readonly<
  Record<
    ApplicationStatus,
    { text: string; colour: 'blue' | 'purple' | 'yellow' | 'green' | 'red' | 'grey' }
  >
> = {
  submitted: { text: 'Waiting for review', colour: 'blue' },
  in_review: { text: 'In review', colour: 'purple' },
  awaiting_evidence: { text: 'Waiting for the resident', colour: 'yellow' },
  approved: { text: 'Approved', colour: 'green' },
  rejected: { text: 'Rejected', colour: 'red' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};
