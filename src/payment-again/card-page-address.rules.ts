/** Whether an address is one of the payment service's own pages. */
export function isCardPage(address: string, payPagesUrl: string): boolean {
  return URL.canParse(address) && new URL(address).origin === new URL(payPagesUrl).origin;
}
