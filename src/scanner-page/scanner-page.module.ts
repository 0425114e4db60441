import { Module } from '@nestjs/common';
import { ScannerPageController } from './scanner-page.controller.js';

@Module({ controllers: [ScannerPageController] })
export class ScannerPageModule {}
