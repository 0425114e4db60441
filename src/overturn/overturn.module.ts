import { Module } from '@nestjs/common';
import { OverturnController } from './overturn.controller.js';
import { ReopenRejection } from './reopen-rejection.js';

@Module({ controllers: [OverturnController], providers: [ReopenRejection] })
export class OverturnModule {}
