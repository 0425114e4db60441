import { join } from 'node:path';
import { FaultList } from '../control/faults.js';
import { Quirks } from '../control/quirks.js';
import { RequestLog } from '../control/request-log.js';
import { type VehicleRecord } from '../dvla/vehicle.record.js';
import { type MessageRecord } from '../notify/message.record.js';
import { type PaymentRecord } from '../pay/payment.record.js';
import { type WebhookMessageRecord } from '../pay/webhooks/webhook-message.record.js';
import { RecordFolder } from './record-folder.js';
import { DEFAULT_SETTINGS, type SandboxSettings } from './sandbox-settings.js';

/** Everything the stand-ins remember. Faults and the request log live only as long as the process. */
export class SandboxState {
  readonly payments: RecordFolder<PaymentRecord>;
  readonly messages: RecordFolder<MessageRecord>;
  readonly vehicles: RecordFolder<VehicleRecord>;
  readonly webhooks: RecordFolder<WebhookMessageRecord>;
  readonly faults = new FaultList();
  readonly quirks = new Quirks();
  readonly log = new RequestLog();
  private readonly kept: RecordFolder<SandboxSettings>;

  /** @param dataDir folder in which to keep the records, or null to keep them in memory only. */
  constructor(dataDir: string | null) {
    const room = (name: string): string | null => (dataDir === null ? null : join(dataDir, name));
    this.payments = new RecordFolder(room('payments'));
    this.messages = new RecordFolder(room('messages'));
    this.vehicles = new RecordFolder(room('vehicles'));
    this.webhooks = new RecordFolder(room('webhooks'));
    this.kept = new RecordFolder(room('settings'));
  }

  get settings(): SandboxSettings {
    return { ...DEFAULT_SETTINGS, ...this.kept.get('settings') };
  }

  changeSettings(changes: Partial<SandboxSettings>): SandboxSettings {
    const since = changes.webhookUrl ? { webhookSince: this.now().getTime() } : {};
    this.kept.put({ ...this.settings, ...since, ...changes, id: 'settings' });
    return this.settings;
  }

  /** The sandbox's own time: the machine's clock plus the offset it was given. */
  now(): Date {
    return new Date(Date.now() + this.settings.clockOffsetMs);
  }

  forgetEverything(): void {
    this.payments.clear();
    this.messages.clear();
    this.vehicles.clear();
    this.webhooks.clear();
    this.kept.clear();
    this.faults.clear();
    this.quirks.clear();
    this.log.clear();
  }
}
