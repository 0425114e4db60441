import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiClientsModule } from '../api-clients/api-clients.module.js';
import { AccessGuard } from './access.guard.js';
import { NAVIGATION, type NavigationEntry } from './navigation.js';
import { StaffAccount } from './staff-account.entity.js';

@Module({})
export class StaffModule {
  /** @param navigation the links in the header, which only the whole application knows */
  static withNavigation(navigation: readonly NavigationEntry[]): DynamicModule {
    return {
      module: StaffModule,
      imports: [ApiClientsModule, TypeOrmModule.forFeature([StaffAccount])],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: NAVIGATION, useValue: navigation },
      ],
    };
  }
}
