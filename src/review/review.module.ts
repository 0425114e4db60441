import { Module } from '@nestjs/common';
import { CheckPaper } from './check-paper.js';
import { CorrectRegistration } from './correct-registration.js';
import { LookAtPaper } from './look-at-paper.js';
import { PaperActs } from './paper-acts.js';
import { PaperLookRate } from './paper-look-rate.js';
import { PaperFilesController } from './paper-files.controller.js';
import { RegistrationController } from './registration.controller.js';
import { ReviewController } from './review.controller.js';

@Module({
  controllers: [ReviewController, PaperFilesController, RegistrationController],
  providers: [CheckPaper, CorrectRegistration, LookAtPaper, PaperActs, PaperLookRate],
})
export class ReviewModule {}
