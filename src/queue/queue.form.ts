import { IsIn, Matches } from 'class-validator';
import {
  QUEUE_AGES,
  QUEUE_HOLDERS,
  QUEUE_STATUSES,
  type QueueAge,
  type QueueHolder,
  type QueueStatus,
} from './queue-filters.rules.js';
import {
  QUEUE_DIRECTIONS,
  QUEUE_SORTS,
  type QueueDirection,
  type QueueSort,
} from './queue-order.rules.js';

/** The address of the queue: filters, order and place. Anything else in it is not a page of ours. */
export class QueueForm {
  @Matches(/^[a-z_]{0,40}$/)
  type = '';

  @Matches(/^[A-Za-z0-9]{0,10}$/)
  zone = '';

  @IsIn(QUEUE_STATUSES)
  status: QueueStatus = 'open';

  @IsIn(QUEUE_AGES)
  age: QueueAge = '';

  @IsIn(QUEUE_HOLDERS)
  assigned: QueueHolder = '';

  @IsIn(QUEUE_SORTS)
  sort: QueueSort = 'risk';

  @IsIn(QUEUE_DIRECTIONS)
  direction: QueueDirection = 'asc';

  @Matches(/^[\w-]{0,400}$/)
  after = '';

  @Matches(/^[\w-]{0,400}$/)
  before = '';
}
