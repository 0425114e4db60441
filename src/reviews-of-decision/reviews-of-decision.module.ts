import { Module } from '@nestjs/common';
import { OpenReview } from './open-review.js';
import { ReviewOutcomeController } from './review-outcome.controller.js';
import { ReviewRequestController } from './review-request.controller.js';
import { ReviewsListController } from './reviews-list.controller.js';
import { SettleReview } from './settle-review.js';

@Module({
  controllers: [ReviewRequestController, ReviewOutcomeController, ReviewsListController],
  providers: [OpenReview, SettleReview],
})
export class ReviewsOfDecisionModule {}
