import { Type } from 'class-transformer';
import {
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
import { SafekeepingSettings } from './safekeeping-settings.js';
import { WEB_ADDRESS } from './web-address.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?Z$/;
const SHORTEST_SECRET = 20;
const LONGEST_OVERLAP_MS = 31 * 24 * 3_600_000;

/** The settings of the payment service: where it is asked, and what its notices are signed with. */
export abstract class PaymentSettings extends SafekeepingSettings {
  @IsUrl(WEB_ADDRESS)
  PAY_URL!: string;

  @IsUrl(WEB_ADDRESS)
  PAY_PAGES_URL = 'https://www.payments.service.gov.uk';

  @IsString()
  @IsNotEmpty()
  PAY_API_KEY!: string;

  @IsString()
  @MinLength(SHORTEST_SECRET)
  PAY_WEBHOOK_SECRET!: string;

  @IsOptional()
  @IsString()
  @MinLength(SHORTEST_SECRET)
  PAY_WEBHOOK_PREVIOUS_SECRET?: string;

  @IsOptional()
  @Matches(INSTANT, { message: 'must be an instant in UTC, such as 2026-11-20T15:00:00Z' })
  PAY_WEBHOOK_PREVIOUS_UNTIL?: string;

  @Type(() => Number)
  @IsInt()
  @Min(30)
  @Max(3650)
  PAY_NOTICE_DAYS = 90;
}

type Secrets = Pick<
  PaymentSettings,
  'PAY_WEBHOOK_SECRET' | 'PAY_WEBHOOK_PREVIOUS_SECRET' | 'PAY_WEBHOOK_PREVIOUS_UNTIL'
>;

/** What is wrong with the secrets of notices taken together; the previous one must have an end. */
export function webhookSecretFaults(settings: Secrets, now: Date): string[] {
  const { PAY_WEBHOOK_PREVIOUS_SECRET: previous, PAY_WEBHOOK_PREVIOUS_UNTIL: until } = settings;
  if (previous === undefined && until === undefined) return [];
  if (previous === undefined || until === undefined) {
    return ['PAY_WEBHOOK_PREVIOUS_UNTIL: goes together with PAY_WEBHOOK_PREVIOUS_SECRET'];
  }
  const faults: string[] = [];
  if (previous === settings.PAY_WEBHOOK_SECRET) {
    faults.push('PAY_WEBHOOK_PREVIOUS_SECRET: must differ from PAY_WEBHOOK_SECRET');
  }
  const endsAt = Date.parse(until);
  if (Number.isNaN(endsAt)) faults.push('PAY_WEBHOOK_PREVIOUS_UNTIL: is no day or time there is');
  else if (endsAt - now.getTime() > LONGEST_OVERLAP_MS) {
    faults.push('PAY_WEBHOOK_PREVIOUS_UNTIL: must be within 31 days from now');
  }
  return faults;
}
