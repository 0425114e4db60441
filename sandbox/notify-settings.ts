/** The stand-in's own identifiers. They open nothing but this stand-in, so none of them is a secret. */
export const SANDBOX_NOTIFY_SERVICE_ID = '5f1e2d3c-4b5a-4978-8a6b-7c8d9e0f1a2b';
export const SANDBOX_NOTIFY_SECRET_KEY = '0a1b2c3d-4e5f-4a6b-8c7d-9e8f7a6b5c4d';

/** In Notify's format: key name, service id, secret key, joined by hyphens. */
export const SANDBOX_NOTIFY_API_KEY = `sandbox_test-${SANDBOX_NOTIFY_SERVICE_ID}-${SANDBOX_NOTIFY_SECRET_KEY}`;

/** Placeholders: subject, body. */
export const SANDBOX_NOTIFY_EMAIL_TEMPLATE_ID = '11f0a3c2-6d84-4e57-9b1f-2c3d4e5f6a70';
/** Placeholder: body. */
export const SANDBOX_NOTIFY_TEXT_TEMPLATE_ID = '22e1b4d3-7c95-4f68-8a2e-3d4e5f6a7b81';
/** Placeholders: address_line_1 to address_line_7 (three at least), subject, body. */
export const SANDBOX_NOTIFY_LETTER_TEMPLATE_ID = '33d2c5e4-8ba6-4079-993d-4e5f6a7b8c92';

/** Added to the sandbox's address this gives the base URL of the stand-in for GOV.UK Notify. */
export const SANDBOX_NOTIFY_PATH = '/notify';
