import { Module } from '@nestjs/common';
import { AddEvidence } from './add-evidence.js';
import { ApiDocsController } from './api-docs.controller.js';
import { ApplicationsApiController } from './applications-api.controller.js';
import { EvidenceApiController } from './evidence-api.controller.js';
import { IntakePorts } from './intake-ports.js';
import { LoadApplications } from './load-applications.js';
import { ReceiveApplication } from './receive-application.js';
import { ArrivalRate, UploadRate } from './upload-rate.js';

/** How applications and their papers arrive. */
@Module({
  controllers: [ApplicationsApiController, EvidenceApiController, ApiDocsController],
  providers: [
    ReceiveApplication,
    AddEvidence,
    LoadApplications,
    IntakePorts,
    ArrivalRate,
    UploadRate,
  ],
  exports: [ReceiveApplication, AddEvidence, LoadApplications],
})
export class IntakeModule {}
