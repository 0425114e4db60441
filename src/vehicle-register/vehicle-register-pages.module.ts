import { Module } from '@nestjs/common';
import { AskRegisterAgain } from './ask-register-again.js';
import { VehicleRegisterController } from './vehicle-register.controller.js';

@Module({ controllers: [VehicleRegisterController], providers: [AskRegisterAgain] })
export class VehicleRegisterPagesModule {}
