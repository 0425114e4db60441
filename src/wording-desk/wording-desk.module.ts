import { Module } from '@nestjs/common';
import { LettersController } from './letters.controller.js';
import { PublishWords } from './publish-words.js';
import { ReasonsController } from './reasons.controller.js';

@Module({ controllers: [LettersController, ReasonsController], providers: [PublishWords] })
export class WordingDeskModule {}
