import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
} from 'class-validator';
import { PaymentSettings } from './payment-settings.js';
import { WEB_ADDRESS } from './web-address.js';
import { statusLinkOf } from '../web/status-link.js';

/**
 * Every setting by the name of its environment variable; `.env.example` explains each.
 * Read once at start by `readSettings`; a wrong one stops the start naming the variable.
 */
export class Settings extends PaymentSettings {
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'production';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65535)
  PORT = 3000;

  @IsString()
  @IsNotEmpty()
  HOST = '127.0.0.1';

  @IsUrl(WEB_ADDRESS)
  PUBLIC_URL = 'http://127.0.0.1:3000';

  @IsUrl(WEB_ADDRESS)
  FILES_URL = 'http://files.localhost:3000';

  @Matches(/^(mysql|mariadb):\/\//, { message: 'must start with mysql:// or mariadb://' })
  DATABASE_URL!: string;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  DATABASE_POOL = 10;

  @Type(() => Number)
  @IsInt()
  @Min(6)
  @Max(300)
  DATABASE_SILENCE_SECONDS = 8;

  @Matches(/^rediss?:\/\//, { message: 'must start with redis:// or rediss://' })
  REDIS_URL!: string;

  @IsString()
  @Matches(/^[a-z0-9-]{1,40}$/)
  QUEUE_PREFIX = 'permit-desk';

  @IsString()
  @MinLength(32)
  SESSION_SECRET!: string;

  @IsString()
  @MinLength(32)
  LINK_SECRET!: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(240)
  SESSION_IDLE_MINUTES = 20;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(24)
  SESSION_HOURS = 10;

  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(240)
  CLAIM_MINUTES = 20;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(90)
  DRAFT_DAYS = 7;

  @Transform(({ value }) => value === true || value === 'true')
  @IsBoolean()
  TRUST_PROXY = false;

  @IsUrl(WEB_ADDRESS)
  NOTIFY_URL = 'https://api.notifications.service.gov.uk';

  @IsString()
  @IsNotEmpty()
  NOTIFY_API_KEY!: string;

  @IsString()
  @IsNotEmpty()
  NOTIFY_EMAIL_TEMPLATE!: string;

  @IsString()
  @IsNotEmpty()
  NOTIFY_TEXT_TEMPLATE!: string;

  @IsString()
  @IsNotEmpty()
  NOTIFY_LETTER_TEMPLATE!: string;

  @IsUrl(WEB_ADDRESS)
  VES_URL = 'https://driver-vehicle-licensing.api.gov.uk/vehicle-enquiry';

  @IsOptional()
  @IsString()
  VES_API_KEY?: string;

  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(30_000)
  VES_TIMEOUT_MS = 10_000;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  VES_REQUESTS_A_MINUTE = 60;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3650)
  VES_KEEP_DAYS = 90;

  @IsOptional()
  @IsUrl(WEB_ADDRESS)
  SANDBOX_URL?: string;

  @Type(() => Number)
  @IsInt()
  @Min(100)
  @Max(60_000)
  RELAY_PAUSE_MS = 500;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3600)
  JOB_LEASE_SECONDS = 60;

  @IsString()
  @IsNotEmpty()
  COUNCIL_NAME = 'Leicestershire County Council';

  @IsString()
  @IsNotEmpty()
  COUNCIL_PHONE = '0116 305 5442';

  @IsEmail()
  SUPPORT_EMAIL = 'help@mipermit.com';

  @IsString()
  @IsNotEmpty()
  SUPPORT_PHONE = '0345 520 7007, option 2';

  @IsUrl(WEB_ADDRESS)
  APPLY_URL = 'https://secure.mipermit.com/leicestershire';

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100)
  QUALITY_SAMPLE_PERCENT = 5;

  @IsIn(['debug', 'info', 'warn', 'error', 'silent'])
  LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  get isProduction(): boolean {
    return this.NODE_ENV === 'production';
  }

  /** Without a key DVLA's register is not asked. */
  get isRegisterAsked(): boolean {
    return this.VES_API_KEY !== undefined;
  }

  get isHttps(): boolean {
    return this.PUBLIC_URL.startsWith('https://');
  }

  /** The resident's own address, as letters print it. */
  statusLinkOf(application: { id: string; receivedAt: Date }, days: number): string {
    return statusLinkOf(this, application, days);
  }
}
