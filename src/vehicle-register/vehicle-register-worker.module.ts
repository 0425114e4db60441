import { Module } from '@nestjs/common';
import { AskVehicleRegisterJob } from './ask-vehicle-register.job.js';
import { DvlaVehicleEnquiry } from './dvla-vehicle-enquiry.js';
import { ForgetRegisterAnswers } from './forget-register-answers.task.js';
import { RequestPace } from './request-pace.js';
import { VehicleRegisterGateway } from './vehicle-register-gateway.js';
import { VehicleRegisterModule } from './vehicle-register.module.js';

const jobs = [AskVehicleRegisterJob, ForgetRegisterAnswers];

/** For the worker process: the outside world is reached from jobs only. */
@Module({
  imports: [VehicleRegisterModule],
  providers: [
    { provide: VehicleRegisterGateway, useClass: DvlaVehicleEnquiry },
    RequestPace,
    ...jobs,
  ],
  exports: [...jobs, VehicleRegisterGateway],
})
export class VehicleRegisterWorkerModule {}
