/** Also without a top level domain: addresses of this machine and of test networks are settings too. */
export const WEB_ADDRESS = {
  require_tld: false,
  require_protocol: true,
  protocols: ['http', 'https'],
};
