import { Module } from '@nestjs/common';
import { LinkVisits } from '../platform/web/link-visits.js';
import { OpenStatusLink } from './open-status-link.js';
import { ResidentViewController } from './resident-view.controller.js';

@Module({ controllers: [ResidentViewController], providers: [LinkVisits, OpenStatusLink] })
export class ResidentViewModule {}
