import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { TellShortcutsInterceptor } from './tell-shortcuts.interceptor.js';

@Module({ providers: [{ provide: APP_INTERCEPTOR, useClass: TellShortcutsInterceptor }] })
export class ShortcutsModule {}
