import { Module } from '@nestjs/common';
import { ListToRejectController } from './list-to-reject.controller.js';
import { QueueController } from './queue.controller.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SaveView } from './save-view.js';

@Module({
  controllers: [SavedViewsController, ListToRejectController, QueueController],
  providers: [SaveView],
})
export class QueuePagesModule {}
