import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RegisterCheckEntity } from './register-check.entity.js';

/** The rows only; `vehicle-register-worker.module.ts` adds what asks the register. */
@Module({ imports: [TypeOrmModule.forFeature([RegisterCheckEntity])] })
export class VehicleRegisterModule {}
