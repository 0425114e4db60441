import { linkContent, tagContent } from '../platform/web/component-types.js';
import { backLink, type PlainLinkParams } from '../platform/web/components/navigation.js';
import { table, type TableParams } from '../platform/web/components/tables.js';
import { formatDate, formatTime, type LocalDate, londonDateOf } from '../shared/london-date.js';
import type { CurrentStaff } from '../staff/current-staff.js';
import { mayDo } from '../staff/permissions.rules.js';
import type { OpenReviewRow } from './reviews-list.queries.js';

export interface ReviewsListPage {
  title: string;
  backLink: PlainLinkParams;
  asAt: string;
  reviews: TableParams | null;
}

interface Listing {
  reviews: readonly OpenReviewRow[];
  staff: CurrentStaff;
  now: Date;
}

export function reviewsListPage(listing: Listing): ReviewsListPage {
  return {
    title: 'Reviews to answer',
    backLink: backLink('/my-work', 'Back to my work'),
    asAt: `Data as at ${formatTime(listing.now)}`,
    reviews: listing.reviews.length === 0 ? null : reviewsTable(listing),
  };
}

function reviewsTable({ reviews, staff, now }: Listing): TableParams {
  const today = londonDateOf(now);
  return table({
    caption: 'Reviews to answer',
    isCaptionHidden: true,
    scrollRegion: 'Reviews to answer',
    classes: 'desk-dense',
    firstCellIsHeader: true,
    head: ['Case', 'Permit type', 'Rejected by', 'Request came', 'To be answered by'],
    rows: reviews.map((review) => [
      linkContent(review.reference, hrefFor(review, staff)),
      review.permitTypeName,
      isDecider(review, staff)
        ? `${review.decidedByName}: somebody else answers`
        : review.decidedByName,
      formatDate(review.receivedOn),
      dueInWords(review.answerByOn, today),
    ]),
  });
}

/** Whoever may answer goes to the answer; everybody else to where the decision stands. */
function hrefFor(review: OpenReviewRow, staff: CurrentStaff): string {
  const mayAnswer = mayDo(staff.role, 'settle-review') && !isDecider(review, staff);
  return `/applications/${review.reference}/${mayAnswer ? 'review-outcome/new' : 'decision'}`;
}

function isDecider({ deciders }: OpenReviewRow, { id }: CurrentStaff): boolean {
  return deciders.split(',').includes(id);
}

function dueInWords(answerByOn: LocalDate, today: LocalDate) {
  const due = formatDate(answerByOn);
  return answerByOn < today ? tagContent(`Overdue: ${due}`, 'red') : due;
}
