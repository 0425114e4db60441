import { type Exchange } from '../server/exchange.js';
import { SANDBOX_PAY_PATH } from '../pay-settings.js';
import { type PayErrorCode, payRefusal } from './pay-errors.js';
import { type View } from './payment-json.js';
import { type PaymentRecord } from './payment.record.js';

/** Finds the payment the path names, or throws the operation's own "not found". */
export function namedPayment(exchange: Exchange, notFound: PayErrorCode): PaymentRecord {
  const payment = exchange.state.payments.get(exchange.params['paymentId'] ?? '');
  if (!payment) throw payRefusal(notFound);
  return payment;
}

export function viewOf(exchange: Exchange): View {
  return { base: `${exchange.origin}${SANDBOX_PAY_PATH}`, now: exchange.now };
}
