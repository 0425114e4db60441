import type { CheerioAPI } from 'cheerio';
import type { Contact } from '../../src/letters/address-letter.rules.js';
import { letterBody, type LetterContent } from '../../src/letters/letter-content.rules.js';
import { presentLetter, presentStoredLetter } from '../../src/letters/letter-preview.presenter.js';
import { composeRejection } from '../../src/letters/rejection-letter.rules.js';
import { EVERY_MONEY, everyLetter, TEST_LETTER_FACTS } from '../builders/letters.js';
import { renderView } from '../support/render-view.js';

const contact: Contact = {
  name: 'Ann Example',
  email: 'ann@example.com',
  mobile: '07700900123',
  preference: 'text',
  postalLines: ['1 Invented Street', 'Loughborough', 'LE11 5ZZ'],
};

/** What a person reads on the page, printed back as the body is: the two must be the same bytes. */
function bodyOnPage($: CheerioAPI): string {
  const blocks = $('.desk-letter__body')
    .children()
    .map((_, element) => {
      const block = $(element);
      const items = (mark: (index: number) => string) =>
        block
          .children('li')
          .map((index, item) => `${mark(index)}${$(item).text()}`)
          .get()
          .join('\n');
      if (block.is('h3')) return `# ${block.text()}`;
      if (block.is('ul')) return items(() => '* ');
      if (block.is('ol')) return items((index) => `${index + 1}. `);
      block.find('br').replaceWith('\n');
      return block.text();
    })
    .get();
  return blocks.join('\n\n');
}

/** One of each kind and shape, so that a thousand near twins need not be rendered. */
const letters: LetterContent[] = [
  ...new Map(
    everyLetter().map(([, content]) => {
      const shape = content.blocks.map((block) => block.is).join();
      return [`${content.kind} ${shape}`, content];
    }),
  ).values(),
];

describe('the preview of a letter', () => {
  it.each(letters.map((content) => [content.kind, content] as const))(
    'shows exactly what is stored and sent: %s (U7.1)',
    async (_, content) => {
      const { $ } = await renderView('letters/preview', presentLetter({ content, contact }));
      expect(bodyOnPage($)).toBe(letterBody(content));
      expect($('.desk-letter__text').text()).toBe(content.text);
      expect($('.desk-letter__envelope').text()).toContain(content.subject);
      expect($.text()).toContain('Exactly this will be sent.');
    },
  );

  const own = '<b>The plan</b> & its "bay" {{name}}';
  const content = composeRejection({
    ...TEST_LETTER_FACTS,
    reasons: [{ words: own, bring: 'Send another plan.' }],
    money: EVERY_MONEY[1] ?? { is: 'none' },
  });

  it('labels the officer’s own words, and prints them as typed (U7.2)', async () => {
    const page = presentLetter({ content, contact, ownWords: [own, '  '] });
    const { $, html } = await renderView('letters/preview', page);
    expect($('h3').last().text()).toBe('Your own words, which will be sent to the resident');
    expect(
      $('.desk-letter__own-words')
        .map((_, quote) => $(quote).text())
        .get(),
    ).toEqual([own]);
    expect(bodyOnPage($)).toBe(letterBody(content));
    expect(html).not.toContain('<b>');
  });

  it('says where it goes, and shows no text message that is not sent', async () => {
    const byPost = { ...contact, preference: 'post' as const };
    const { $ } = await renderView('letters/preview', presentLetter({ content, contact: byPost }));
    expect($('.desk-letter__envelope dt').first().text()).toBe('By post to');
    expect($('.desk-letter__envelope dd').first().text()).toContain('LE11 5ZZ');
    expect($('.desk-letter__text')).toHaveLength(0);
    expect($('.desk-letter__own-words')).toHaveLength(0);
  });

  it('of a stored letter is the same words again', async () => {
    const body = letterBody(content);
    const stored = { kind: content.kind, subject: content.subject, body };
    const page = presentStoredLetter({ ...stored, channel: 'email', recipient: 'a@example.com' });
    const { $ } = await renderView('letters/stored', page);
    expect(bodyOnPage($)).toBe(body);
  });

  it('of a stored text message is its words alone', async () => {
    const text = { kind: content.kind, subject: null, body: content.text };
    const page = presentStoredLetter({ ...text, channel: 'text', recipient: '07700900123' });
    const { $ } = await renderView('letters/stored', page);
    expect($('.desk-letter__text').text()).toBe(content.text);
    expect($('.desk-letter__body')).toHaveLength(0);
  });
});
