import { Module } from '@nestjs/common';
import { LettersShownController } from './letters-shown.controller.js';

@Module({ controllers: [LettersShownController] })
export class LettersShownModule {}
