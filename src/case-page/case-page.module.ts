import { Module } from '@nestjs/common';
import { CasePageController } from './case-page.controller.js';

@Module({ controllers: [CasePageController] })
export class CasePageModule {}
