import { type AddressInfo } from 'node:net';
import { controlRoutes } from './control/control.routes.js';
import { type SandboxControl, sandboxControl } from './control/sandbox-control.js';
import { dvlaRoutes } from './dvla/dvla.routes.js';
import { SANDBOX_DVLA_PATH } from './dvla-settings.js';
import { SANDBOX_NOTIFY_PATH } from './notify-settings.js';
import { notifyRoutes } from './notify/notify.routes.js';
import { pageRoutes } from './pages/page.routes.js';
import { SANDBOX_PAY_PATH } from './pay-settings.js';
import { cardPageRoutes } from './pay/card-page.routes.js';
import { payRoutes } from './pay/pay.routes.js';
import { WebhookSender } from './pay/webhooks/webhook-sender.js';
import { createSandboxServer } from './server/serve.js';
import { SandboxState } from './state/sandbox-state.js';

export interface Sandbox {
  /** http://127.0.0.1:PORT, without a slash at its end; the human pages are here. */
  url: string;
  /** Base URL for a client of GOV.UK Pay: it adds /v1/payments. */
  payUrl: string;
  /** Base URL for a client of GOV.UK Notify: it adds /v2/notifications. */
  notifyUrl: string;
  /** Base URL for a client of DVLA's Vehicle Enquiry Service: it adds /v1/vehicles. */
  vesUrl: string;
  control: SandboxControl;
  stop(): Promise<void>;
}

export interface SandboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** Where the records are kept as JSON; without it they are kept in memory only. */
  dataDir?: string | undefined;
}

/** Starts the stand-ins for GOV.UK Pay, GOV.UK Notify and DVLA's register on 127.0.0.1, and only there. */
export async function startSandbox({ port, dataDir }: SandboxOptions): Promise<Sandbox> {
  const state = new SandboxState(dataDir ?? null);
  let url = '';
  const sender = new WebhookSender(state, () => url);
  const server = createSandboxServer(state, [
    ...payRoutes(),
    ...cardPageRoutes(),
    ...notifyRoutes(),
    ...dvlaRoutes(),
    ...controlRoutes(sender),
    ...pageRoutes(),
  ]);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sender.start();
  return {
    url,
    payUrl: `${url}${SANDBOX_PAY_PATH}`,
    notifyUrl: `${url}${SANDBOX_NOTIFY_PATH}`,
    vesUrl: `${url}${SANDBOX_DVLA_PATH}`,
    control: sandboxControl(url),
    stop: async () => {
      await sender.stop();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      });
    },
  };
}
