/** The stand-in's own key. It opens nothing but this stand-in, so it is no secret. */
export const SANDBOX_PAY_API_KEY = 'api_test_permit-desk-sandbox-0123456789abcdef';

/** Signs the stand-in's webhook messages; no secret either. */
export const SANDBOX_PAY_WEBHOOK_SECRET = 'webhook_sandbox_permit-desk-0123456789abcdef';

/** Added to the sandbox's address this gives the base URL of the stand-in for GOV.UK Pay's public API. */
export const SANDBOX_PAY_PATH = '/pay';
