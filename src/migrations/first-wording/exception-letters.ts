interface FirstLetter {
  subject: string;
  body: readonly string[];
  text: readonly string[];
}

const QUESTIONS = [
  '# If you have questions',
  'To talk to ((council)), ring ((council phone)). Please give your reference.',
  'For help with your account or the website, e-mail ((support e-mail)) or ring ((support phone)).',
];

/** The words of the two letters about a refund exception at the start. */
export const FIRST_EXCEPTION_LETTERS: Readonly<Record<string, FirstLetter>> = {
  exception_approved: {
    subject: 'Money back for your permit: ((reference))',
    body: [
      'We give you back ((amount)) of what you paid for ((a permit)).',
      'Your reference is ((reference)).',
      '# Your money',
      '((money))',
      'This changes nothing about your permit.',
      ...QUESTIONS,
    ],
    text: [
      '((council)): we give you money back for parking permit application ((reference)). It goes to the card you paid with. Our letter or e-mail says more.',
      'We give you money back for parking permit application ((reference)). Our letter or e-mail says more.',
    ],
  },
  exception_declined: {
    subject: 'Your request for money back: ((reference))',
    body: [
      'You asked us for ((amount)) back of what you paid for ((a permit)). We cannot give it back.',
      'Your reference is ((reference)).',
      '# Why',
      '((reason))',
      'This changes nothing about your permit.',
      ...QUESTIONS,
    ],
    text: [
      '((council)): we cannot give you the money back that you asked for, parking permit application ((reference)). Our letter or e-mail says why.',
      'We cannot give you the money back that you asked for, application ((reference)). Our letter or e-mail says why.',
    ],
  },
};
