import { Module } from '@nestjs/common';
import { AskAgainController } from './ask-again.controller.js';
import { AskForEvidence } from './ask-for-evidence.js';

@Module({ controllers: [AskAgainController], providers: [AskForEvidence] })
export class AskAgainModule {}
