import { Module } from '@nestjs/common';
import { CheckPaper } from './check-paper.js';
import { LookAtPaper } from './look-at-paper.js';
import { PaperFilesController } from './paper-files.controller.js';
import { ReviewController } from './review.controller.js';

@Module({
  controllers: [ReviewController, PaperFilesController],
  providers: [CheckPaper, LookAtPaper],
})
export class ReviewModule {}
