import { Module } from '@nestjs/common';
import { KeepTeams } from './keep-teams.js';
import { TeamsController } from './teams.controller.js';

@Module({ controllers: [TeamsController], providers: [KeepTeams] })
export class TeamSettingsModule {}
