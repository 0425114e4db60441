/** The words at the start of the letter that asks a resident to pay again. */
export const FIRST_PAYMENT_LETTER = {
  subject: 'Pay again for parking permit application ((reference))',
  body: [
    'You need to pay again for your application for ((a permit)). You need not apply again.',
    'Your reference is ((reference)).',
    '# Why',
    '((why again))',
    '# How to pay',
    'Pay ((amount)) by the end of ((pay by)).',
    'Pay here:\n((payment link))',
    'The link is for you alone. Please do not pass it on.',
    '# What happens next',
    'When you have paid, an officer decides. We only take the money if we approve the permit.',
    'If you do not pay by then, we may close your application. You may not park as a permit holder until we have approved a permit.',
    '# If you have questions',
    'To talk to ((council)), ring ((council phone)). Please give your reference.',
    'For help with your account or the website, e-mail ((support e-mail)) or ring ((support phone)).',
  ],
  text: [
    '((council)): please pay again for parking permit application ((reference)) by ((pay by)). See our letter or e-mail.',
    'Please pay again for parking permit application ((reference)) by ((pay by)). See our letter or e-mail.',
  ],
} as const;
