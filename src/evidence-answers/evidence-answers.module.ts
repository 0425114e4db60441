import { Module } from '@nestjs/common';
import { AnswerEvidenceRequest } from './answer-evidence-request.js';
import { EvidenceAnswersController } from './evidence-answers.controller.js';
import { LinkVisits } from '../platform/web/link-visits.js';
import { OpenLink } from './open-link.js';
import { StoreSentFiles } from './store-sent-files.js';
import { TakeAnswer } from './take-answer.js';

@Module({
  controllers: [EvidenceAnswersController],
  providers: [AnswerEvidenceRequest, LinkVisits, OpenLink, StoreSentFiles, TakeAnswer],
})
export class EvidenceAnswersModule {}
