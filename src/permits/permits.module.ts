import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PermitVehicleEntity } from './permit-vehicle.entity.js';
import { PermitEntity } from './permit.entity.js';

@Module({ imports: [TypeOrmModule.forFeature([PermitEntity, PermitVehicleEntity])] })
export class PermitsModule {}
