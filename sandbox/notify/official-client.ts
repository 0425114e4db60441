import notifyPackage from 'notifications-node-client';
import { SANDBOX_NOTIFY_API_KEY } from '../notify-settings.js';

export type OfficialClient = InstanceType<typeof notifyPackage.NotifyClient>;

/** GOV.UK Notify's own client, pointed at the stand-in. */
export function officialClient(notifyUrl: string): OfficialClient {
  return new notifyPackage.NotifyClient(notifyUrl, SANDBOX_NOTIFY_API_KEY);
}

interface Failed {
  response?: { status: number; data: unknown };
}

/** What the client rejects with; status 0 when it did not reject or nobody answered. */
export async function refusalOf(
  send: Promise<unknown>,
): Promise<{ status: number; data: unknown }> {
  const failed = await send.then(
    (): Failed => ({}),
    (error: unknown) => error as Failed,
  );
  return { status: failed.response?.status ?? 0, data: failed.response?.data };
}
