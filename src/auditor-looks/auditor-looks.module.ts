import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AuditorLooksInterceptor } from './auditor-looks.interceptor.js';
import { NoteAuditorsLook } from './note-auditors-look.js';

/** For the web process: what auditors open is written on the case. */
@Module({
  providers: [NoteAuditorsLook, { provide: APP_INTERCEPTOR, useClass: AuditorLooksInterceptor }],
})
export class AuditorLooksModule {}
