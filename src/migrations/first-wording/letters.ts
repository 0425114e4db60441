/** The words of every letter at the start: subject, body, and text message with shorter wordings. */
export interface FirstLetter {
  subject: string;
  body: readonly string[];
  text: readonly string[];
}

const CONTACT = [
  'To talk to ((council)), ring ((council phone)). Please give your reference.',
  'For help with your account or the website, e-mail ((support e-mail)) or ring ((support phone)).',
];
const QUESTIONS = ['# If you have questions', ...CONTACT];
const REFERENCE = 'Your reference is ((reference)).';
const MONEY = ['# Your money', '((money))'];
const HOW_TO_SEND = [
  '# How to send it',
  'Send it by the end of ((answer by)). A clear photo, a scan or a PDF will do.',
  'Send it here:\n((answer link))',
  'The link is for you alone. Please do not pass it on.',
];
const OFFICER_DECIDES = 'If we do not hear from you, an officer decides with the papers we have.';
const forPapers = (need: string) =>
  `${need} ((how many papers)) for parking permit application ((reference)) by ((answer by)). See our letter or e-mail.`;

export const FIRST_LETTERS: Readonly<Record<string, FirstLetter>> = {
  application_received: {
    subject: 'Parking permit application received: ((reference))',
    body: [
      'We have received your application for ((a permit)).',
      REFERENCE,
      '# This is not a permit',
      'You may not park as a permit holder yet. We write to you again when we have decided.',
      '((if working days))\nWe aim to decide within ((working days)).\n((end))',
      '((if papers sent))\n# What you sent\n\n((papers sent))\n((end))',
      ...MONEY,
      ...QUESTIONS,
    ],
    text: [
      '((council)): we have your parking permit application ((reference)). This is not a permit. We write again when we have decided.',
      'We have your parking permit application ((reference)). This is not a permit. We write again when we have decided.',
    ],
  },
  application_approved: {
    subject: 'Parking permit application approved: ((reference))',
    body: [
      'We have approved your application for ((a permit)).',
      REFERENCE,
      '# Your ((if permit))permit((else))change((end))',
      '((permit details))',
      '((if registration))\nThere is no paper to show: we keep the permit under the registration. If it is wrong, your vehicle is not covered.\n((end))',
      'A permit does not keep a space for you. The sign in the street shows when you need one.',
      ...MONEY,
      '((if permit))\n# When it ends\n\nYou can renew the permit from ((renew from)), not earlier.\n((end))',
      ...QUESTIONS,
    ],
    text: [
      '((council)): parking permit application ((reference)) is approved. You are covered from ((first day)). Our letter or e-mail says more.',
      'Parking permit application ((reference)) is approved. You are covered from ((first day)). Our letter or e-mail says more.',
    ],
  },
  application_rejected: {
    subject: 'Parking permit application rejected: ((reference))',
    body: [
      'We have rejected your application for ((a permit)).',
      REFERENCE,
      '# Why((if several reasons)): ((number of reasons)) reasons((end))',
      '((reasons))',
      '# What to send next time',
      '((what to send))',
      ...MONEY,
      '# How to apply again',
      'If you still want a permit from us, apply again in the same way as before.',
      'Apply here:\n((apply link))',
      'You may not park as a permit holder until we have approved a permit.',
      '# If you want to talk about the reasons',
      ...CONTACT,
    ],
    text: [
      '((council)): we have rejected parking permit application ((reference)). Our letter or e-mail gives the reasons. Questions? Ring ((council phone))',
      'We have rejected parking permit application ((reference)). Our letter or e-mail gives the reasons. Questions? Ring ((council phone))',
      'We have rejected parking permit application ((reference)). Our letter or e-mail gives the reasons.',
    ],
  },
  application_withdrawn: {
    subject: 'Parking permit application withdrawn: ((reference))',
    body: [
      'Your application for ((a permit)) has been withdrawn. We will not decide it.',
      REFERENCE,
      '((if reason))\n# Why\n\n((reason))\n((end))',
      ...MONEY,
      '# If you want a permit later',
      'Apply again in the same way as before.',
      'Apply here:\n((apply link))',
      ...QUESTIONS,
    ],
    text: [
      '((council)): parking permit application ((reference)) has been withdrawn. Our letter or e-mail says more. Questions? Ring ((council phone))',
      'Parking permit application ((reference)) has been withdrawn. Our letter or e-mail says more.',
    ],
  },
  evidence_requested: {
    subject: 'We need ((how many papers)) from you: ((reference))',
    body: [
      'We cannot decide your application for ((a permit)) yet. We need ((how many papers)) from you.',
      REFERENCE,
      '((papers asked for))',
      ...HOW_TO_SEND,
      'You do not need to apply again. We keep what you have sent already.',
      OFFICER_DECIDES,
      ...QUESTIONS,
    ],
    text: [`((council)): ${forPapers('we need')}`, `Parking: ${forPapers('we need')}`],
  },
  evidence_reminder: {
    subject: 'Reminder: we still need ((how many papers)): ((reference))',
    body: [
      'We wrote to you about your application for ((a permit)). We still need ((how many papers)) from you.',
      'Your reference is ((reference)). If you have sent everything, you need do nothing.',
      '((papers asked for))',
      ...HOW_TO_SEND,
      OFFICER_DECIDES,
      ...QUESTIONS,
    ],
    text: [`((council)): ${forPapers('we still need')}`, `Parking: ${forPapers('we still need')}`],
  },
};
