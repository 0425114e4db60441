import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiClient } from './api-client.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([ApiClient])] })
export class ApiClientsModule {}
