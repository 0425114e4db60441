import { Injectable } from '@nestjs/common';
import notify from 'notifications-node-client';
import type { LetterChannel } from '../letters/letter-kinds.rules.js';
import { Settings } from '../platform/config/settings.js';
import { addressLines, type Delivery, deliveryFor } from './delivery.rules.js';
import { type Dispatch, Notifier, NotifierUnavailable, type SendAnswer } from './notifier.js';

const PATIENCE_MS = 10_000;

type Client = InstanceType<typeof notify.NotifyClient>;

/**
 * GOV.UK Notify through its official client. The templates hold nothing but `((subject))` and
 * `((body))`: the words are ours and are kept with the case (R-NOT-2).
 * Source: docs.notifications.service.gov.uk/node.html (sending, status, error codes).
 */
@Injectable()
export class GovukNotifyNotifier extends Notifier {
  private readonly client: Client;

  constructor(private readonly settings: Settings) {
    super();
    this.client = patientClient(settings.NOTIFY_URL, settings.NOTIFY_API_KEY);
  }

  override async send(dispatch: Dispatch): Promise<SendAnswer> {
    try {
      const { data } = await this.hand(dispatch);
      return { answer: 'accepted', providerId: data.id };
    } catch (error) {
      const failure = failureOf(error);
      if (!isRefusal(failure.status)) throw unavailable(failure);
      return { answer: 'refused', because: refusalWords(dispatch.channel, failure) };
    }
  }

  override async findByReference(reference: string): Promise<string | null> {
    try {
      const { data } = await this.client.getNotifications(undefined, undefined, reference);
      return data.notifications[0]?.id ?? null;
    } catch (error) {
      throw unavailable(failureOf(error));
    }
  }

  override async deliveryOf(providerId: string): Promise<Delivery | null> {
    try {
      const { data } = await this.client.getNotificationById(providerId);
      return deliveryFor(data.status);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.status === 404) return null;
      throw unavailable(failure);
    }
  }

  private hand({ channel, recipient, reference, subject, body }: Dispatch) {
    const { NOTIFY_EMAIL_TEMPLATE, NOTIFY_TEXT_TEMPLATE, NOTIFY_LETTER_TEMPLATE } = this.settings;
    const words = { subject: subject ?? '', body };
    switch (channel) {
      case 'email':
        return this.client.sendEmail(NOTIFY_EMAIL_TEMPLATE, recipient, {
          personalisation: words,
          reference,
        });
      case 'text':
        return this.client.sendSms(NOTIFY_TEXT_TEMPLATE, recipient, {
          personalisation: { body },
          reference,
        });
      case 'post':
        return this.client.sendLetter(NOTIFY_LETTER_TEMPLATE, {
          personalisation: { ...namedLines(recipient), ...words },
          reference,
        });
    }
  }
}

/** The client knows no time-out of its own, so it is lent an HTTP client that has one. */
function patientClient(url: string, apiKey: string): Client {
  const client = new notify.NotifyClient(url, apiKey);
  const http = client.apiClient.restClient.create({ maxRedirects: 0, proxy: false });
  http.interceptors.request.use((request: { signal?: AbortSignal }) => {
    request.signal = AbortSignal.timeout(PATIENCE_MS);
    return request;
  });
  client.setClient(http);
  return client;
}

function namedLines(recipient: string): Record<string, string> {
  return Object.fromEntries(
    addressLines(recipient).map((line, index) => [`address_line_${index + 1}`, line]),
  );
}

interface Failure {
  /** Null when no answer came. */
  status: number | null;
  code: string;
  /** The service's own sentences; they may quote what was sent, so they are never kept. */
  messages: string[];
}

function failureOf(error: unknown): Failure {
  const { response, code } = error as {
    response?: { status: number; data?: { errors?: { message?: unknown }[] } };
    code?: string;
  };
  const errors = response?.data?.errors;
  return {
    status: response?.status ?? null,
    code: code ?? (error instanceof Error ? error.name : 'unknown'),
    messages: Array.isArray(errors) ? errors.map(({ message }) => String(message)) : [],
  };
}

/** 400 and its like: the same request will be refused again. */
function isRefusal(status: number | null): boolean {
  return status !== null && [400, 413, 422].includes(status);
}

/** Nothing was sent when the request was turned away at the door, or never reached it. */
function unavailable({ status, code }: Failure): NotifierUnavailable {
  if (status === null) {
    const neverArrived = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(code);
    return new NotifierUnavailable(`No answer from the message service (${code})`, !neverArrived);
  }
  return new NotifierUnavailable(`The message service answered ${status}`, status >= 500);
}

const ADDRESS_FAULTS: Readonly<Record<LetterChannel, { sign: RegExp; words: string }>> = {
  email: { sign: /email_address/, words: 'The message service refused the e-mail address.' },
  text: {
    sign: /phone_number|mobile number/,
    words: 'The message service refused the mobile number.',
  },
  post: { sign: /address/i, words: 'The message service refused the postal address.' },
};

function refusalWords(channel: LetterChannel, { messages }: Failure): string {
  const fault = ADDRESS_FAULTS[channel];
  return messages.some((message) => fault.sign.test(message))
    ? fault.words
    : 'The message service refused the message: check its templates and its settings.';
}
