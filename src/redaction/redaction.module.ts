import { Module } from '@nestjs/common';
import { BurnPage } from './burn-page.js';
import { RedactPage } from './redact-page.js';
import { RedactionController } from './redaction.controller.js';

@Module({ controllers: [RedactionController], providers: [RedactPage, BurnPage] })
export class RedactionModule {}
