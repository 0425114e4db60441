import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, Min } from 'class-validator';

const KEY_OF_32_BYTES = /^[A-Za-z0-9+/]{43}=$/;
const RETIRED_KEYS =
  /^(?:[a-z0-9-]{1,20}=[A-Za-z0-9+/]{43}=(?:, ?[a-z0-9-]{1,20}=[A-Za-z0-9+/]{43}=)*)?$/;
const SCANNER_ADDRESS = /^(?:tcp:\/\/[^/:\s]+:\d{1,5}|unix:\/[^\s]+)$/;

/** The settings of what is kept safe: evidence and its keys, the virus scanner, the audit trail. */
export abstract class SafekeepingSettings {
  @Matches(KEY_OF_32_BYTES, { message: 'must be 32 random bytes in base64' })
  EVIDENCE_KEY!: string;

  @IsString()
  @Matches(/^[a-z0-9-]{1,20}$/)
  EVIDENCE_KEY_ID = 'k1';

  /** Keys that wrap nothing new but still open what they wrapped: id=key, id=key. */
  @Matches(RETIRED_KEYS, { message: 'must be ID=KEY, several with commas; each key in base64' })
  EVIDENCE_OLD_KEYS = '';

  @IsString()
  @IsNotEmpty()
  UPLOADS_DIR = 'uploads';

  @IsOptional()
  @Matches(SCANNER_ADDRESS, { message: 'must be tcp://HOST:PORT or unix:/PATH' })
  CLAMD_URL?: string;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(720)
  CLAMD_SIGNATURES_WARN_HOURS = 48;

  /** 0 does not ask for their age: only for signatures of one's own, never in production. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(30)
  CLAMD_SIGNATURES_MOST_DAYS = 7;

  @Matches(KEY_OF_32_BYTES, { message: 'must be 32 random bytes in base64' })
  AUDIT_VALUES_KEY!: string;

  @Matches(/^[A-Za-z0-9+/]{64}$/, { message: 'must be an Ed25519 private key (DER) in base64' })
  AUDIT_SIGNING_KEY!: string;

  @IsString()
  AUDIT_EARLIER_KEYS = '';

  @IsString()
  @IsNotEmpty()
  AUDIT_ANCHORS_FILE = 'uploads/audit-anchors.jsonl';
}
