import { Module } from '@nestjs/common';
import { DecisionPageController } from './decision-page.controller.js';

@Module({ controllers: [DecisionPageController] })
export class DecisionPageModule {}
