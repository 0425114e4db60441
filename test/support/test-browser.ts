import { type CheerioAPI, load } from 'cheerio';

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** Reads the page as a browser would. */
  $: CheerioAPI;
  /** Where a redirect leads, or null. */
  location: string | null;
}

/** The page's own form; what is said of a draft above it has one too. */
const FORM_OF_PAGE = 'main form:not(.desk-draft__form)';

export type Fields = Record<string, string | string[]>;

/**
 * A browser without a screen: keeps cookies, sends what a real one sends, follows nothing by itself.
 * `post` adds the session's CSRF token.
 */
export class TestBrowser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    private readonly readToken: (browser: TestBrowser) => Promise<string | null>,
  ) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  /** Posts a form as a page of ours would. `_csrf: ''` leaves the token out. */
  async post(
    path: string,
    fields: Fields = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const token = fields['_csrf'] ?? (await this.readToken(this)) ?? '';
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...fields, _csrf: token })) {
      for (const one of [value].flat()) if (name !== '_csrf' || one) body.append(name, one);
    }
    return this.send('POST', path, { headers: { ...this.ownOrigin(), ...headers }, body });
  }

  /** Fills in and sends a form of a page that was just read. */
  async submit(page: Answer, changes: Fields = {}, form = FORM_OF_PAGE): Promise<Answer> {
    const { $ } = page;
    const fields: Fields = {};
    for (const { name, value } of $(form).first().serializeArray()) {
      fields[name] = fields[name] === undefined ? value : [fields[name], value].flat();
    }
    return this.post($(form).first().attr('action') ?? '', { ...fields, ...changes });
  }

  async follow(answer: Answer): Promise<Answer> {
    if (!answer.location) throw new Error(`Nothing to follow: the answer was ${answer.status}.`);
    return this.get(answer.location);
  }

  /** Any request; nothing is added but the cookies. */
  async send(
    method: string,
    path: string,
    more: {
      headers?: Record<string, string>;
      body?: string | URLSearchParams | FormData | Blob;
    } = {},
  ): Promise<Answer> {
    const response = await fetch(new URL(path, this.url), {
      method,
      redirect: 'manual',
      headers: { accept: 'text/html', ...this.cookieHeader(), ...more.headers },
      ...(more.body === undefined ? {} : { body: more.body }),
    });
    this.keepCookies(response);
    const text = await response.text();
    const { status, headers } = response;
    return { status, headers, text, $: load(text), location: headers.get('location') };
  }

  private ownOrigin(): Record<string, string> {
    return { origin: new URL(this.url).origin, 'sec-fetch-site': 'same-origin' };
  }

  private cookieHeader(): Record<string, string> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookie ? { cookie } : {};
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}
