import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationEntity } from './application.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([ApplicationEntity])] })
export class ApplicationsModule {}
