import { Module } from '@nestjs/common';
import { ClaimCase } from './claim-case.js';
import { ClaimsController } from './claims.controller.js';
import { NextCaseController } from './next-case.controller.js';

@Module({ controllers: [ClaimsController, NextCaseController], providers: [ClaimCase] })
export class ClaimsModule {}
