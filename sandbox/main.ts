import { startSandbox } from './start-sandbox.js';

const port = Number(process.env['SANDBOX_PORT'] ?? '0');
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('SANDBOX_PORT must be a port number from 0 to 65535.');
  process.exit(1);
}

try {
  const sandbox = await startSandbox({ port, dataDir: process.env['SANDBOX_DATA'] || undefined });
  const webhookUrl = process.env['SANDBOX_WEBHOOK_URL'];
  if (webhookUrl !== undefined) await sandbox.control.changeSettings({ webhookUrl });
  console.log(`Sandbox ready on ${sandbox.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(isTaken ? `Port ${port} is already in use.` : error);
  process.exit(1);
}
