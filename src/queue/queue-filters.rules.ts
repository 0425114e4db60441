import {
  APPLICATION_STATUSES,
  type ApplicationStatus,
  isDecided,
} from '../applications/application-status.rules.js';
import { STATUS_TAGS } from '../case-file/case-status.rules.js';

/**
 * `open` is every case not decided; `holds_ending` those of them whose payment hold has come to its
 * first warning, `payment_lapsed` those of whose payment nothing is held or taken any more;
 * `overdue` waits for a resident whose deadline has passed; `on_hold` is left out of every other status until it wakes, but not of any status.
 */
export const QUEUE_STATUSES = [
  'open',
  'holds_ending',
  'payment_lapsed',
  'overdue',
  'on_hold',
  ...APPLICATION_STATUSES,
  'all',
] as const;
export type QueueStatus = (typeof QUEUE_STATUSES)[number];

export const QUEUE_STATUS_WORDS: Readonly<Record<QueueStatus, string>> = {
  open: 'Not decided yet',
  holds_ending: 'Payment hold ending',
  payment_lapsed: 'Payment lapsed',
  overdue: 'Answer overdue',
  on_hold: 'On hold',
  submitted: STATUS_TAGS.submitted.text,
  in_review: STATUS_TAGS.in_review.text,
  awaiting_evidence: STATUS_TAGS.awaiting_evidence.text,
  approved: STATUS_TAGS.approved.text,
  rejected: STATUS_TAGS.rejected.text,
  withdrawn: STATUS_TAGS.withdrawn.text,
  all: 'Any status',
};

export const QUEUE_AGES = ['', '1', '3', '5', '10'] as const;
export type QueueAge = (typeof QUEUE_AGES)[number];

export const QUEUE_HOLDERS = ['', 'me', 'nobody'] as const;
export type QueueHolder = (typeof QUEUE_HOLDERS)[number];

export const QUEUE_HOLDER_WORDS: Readonly<Record<QueueHolder, string>> = {
  '': 'Anyone or nobody',
  me: 'Me',
  nobody: 'Nobody',
};

/** What the list is narrowed to; an empty text is no narrowing. */
export interface QueueFilters {
  type: string;
  zone: string;
  status: QueueStatus;
  age: QueueAge;
  assigned: QueueHolder;
}

export const NO_ZONE = 'none';

export const NO_FILTERS: QueueFilters = {
  type: '',
  zone: '',
  status: 'open',
  age: '',
  assigned: '',
};

/** The statuses a filter stands for; an age is asked of undecided cases only, where it still grows. */
export function statusesOf({ status, age }: QueueFilters): readonly ApplicationStatus[] {
  const chosen = meaning(status);
  return age === '' ? chosen : chosen.filter((one) => !isDecided(one));
}

function meaning(status: QueueStatus): readonly ApplicationStatus[] {
  if (status === 'all') return APPLICATION_STATUSES;
  if (status === 'open' || status === 'holds_ending' || status === 'payment_lapsed') {
    return APPLICATION_STATUSES.filter((one) => !isDecided(one));
  }
  if (status === 'on_hold') return ['submitted'];
  return [status === 'overdue' ? 'awaiting_evidence' : status];
}
