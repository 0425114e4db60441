import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Settings } from '../config/settings.js';
import { Database } from '../database/transaction.js';
import { OpenToAnyone } from '../web/route-access.js';
import { Running } from '../web/running.js';
import { redisAnswers } from './ping-redis.js';

const PATIENCE_MS = 1500;

/** For load balancers and the launcher: one word and nothing about why. */
@Controller('health')
@OpenToAnyone()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly running: Running,
  ) {}

  @Get()
  async show(@Res() res: Response): Promise<void> {
    const isWell = !this.running.isStopping && (await this.serversAnswer());
    res.status(isWell ? 200 : 503).json({ status: isWell ? 'ok' : 'unavailable' });
  }

  private async serversAnswer(): Promise<boolean> {
    const answers = await Promise.all([
      this.databaseAnswers(),
      redisAnswers(this.settings.REDIS_URL, PATIENCE_MS),
    ]);
    return answers.every(Boolean);
  }

  private async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    const asked = this.database.reader.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([asked, tooLate]).finally(() => clearTimeout(timer));
  }
}
