import { Module } from '@nestjs/common';
import { AnswerException } from './answer-exception.js';
import { ExceptionController } from './exception.controller.js';
import { ExceptionsListController } from './exceptions-list.controller.js';
import { RequestException } from './request-exception.js';
import { RequestExceptionController } from './request-exception.controller.js';
import { StoreExceptionPaper } from './store-exception-paper.js';
import { TakeBackController } from './take-back.controller.js';
import { TakeBackException } from './take-back-exception.js';

@Module({
  controllers: [
    ExceptionsListController,
    RequestExceptionController,
    ExceptionController,
    TakeBackController,
  ],
  providers: [RequestException, StoreExceptionPaper, AnswerException, TakeBackException],
})
export class ExceptionDeskModule {}
