import { Module } from '@nestjs/common';
import { QueueController } from './queue.controller.js';
import { SavedViewsController } from './saved-views.controller.js';
import { SaveView } from './save-view.js';

@Module({ controllers: [SavedViewsController, QueueController], providers: [SaveView] })
export class QueuePagesModule {}
