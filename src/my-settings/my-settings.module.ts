import { Module } from '@nestjs/common';
import { MySettingsController } from './my-settings.controller.js';
import { SetShortcuts } from './set-shortcuts.js';

@Module({ controllers: [MySettingsController], providers: [SetShortcuts] })
export class MySettingsModule {}
