import { Module } from '@nestjs/common';
import { PutOnHold } from './put-on-hold.js';
import { PutOnHoldController } from './put-on-hold.controller.js';

@Module({ controllers: [PutOnHoldController], providers: [PutOnHold] })
export class PutOnHoldModule {}
