import { type Reply } from '../server/exchange.js';
import { html, type Html } from './html.js';

export interface Page {
  title: string;
  content: Html;
  /** Which part of the stand-in this page belongs to, for the navigation. */
  section: 'payments' | 'messages' | 'vehicles' | null;
  status?: number;
  /** Where else than here a form may lead: the origin of a return address. */
  formsMayLeadTo?: string;
}

const NAVIGATION = [
  { section: 'payments', href: '/payments', text: 'Payments' },
  { section: 'messages', href: '/messages', text: 'Messages' },
  { section: 'vehicles', href: '/vehicles', text: 'Vehicles' },
] as const;

export function pageReply(page: Page): Reply {
  return {
    status: page.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        "style-src 'self'",
        `form-action 'self' ${page.formsMayLeadTo ?? ''}`.trim(),
        "base-uri 'none'",
        "frame-ancestors 'none'",
      ].join('; '),
      'referrer-policy': 'no-referrer',
    },
    body: layout(page).text,
  };
}

function layout(page: Page): Html {
  return html`<!DOCTYPE html>
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${page.title} – Permit Desk sandbox</title>
        <link rel="stylesheet" href="/style.css" />
      </head>
      <body>
        <a class="skip" href="#content">Skip to main content</a>
        <header>
          <div class="top">
            <div class="width">
              <p class="name"><a href="/">Permit Desk sandbox</a></p>
              <nav aria-label="Sandbox">
                <ul>
                  ${NAVIGATION.map(
                    ({ section, href, text }) =>
                      html` <li>
                        <a href="${href}" ${currentMark(section === page.section)}>${text}</a>
                      </li>`,
                  )}
                </ul>
              </nav>
            </div>
          </div>
          <div class="notice">
            <p class="width">
              <strong>Not real.</strong> This stands in for GOV.UK Pay and GOV.UK Notify, and for
              DVLA’s register, on this computer. No money moves and nothing is sent to anybody.
            </p>
          </div>
        </header>
        <main class="width" id="content" tabindex="-1">${page.content}</main>
      </body>
    </html> `;
}

function currentMark(isCurrent: boolean): Html | null {
  return isCurrent ? html` aria-current="page"` : null;
}
