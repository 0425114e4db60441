/** The words at the start of the letter about money that was given back another way than by card. */
export const FIRST_ANOTHER_WAY_LETTER = {
  subject: 'We paid your money back: ((reference))',
  body: [
    'We have paid you back ((amount)). It is for your application for ((a permit)).',
    'Your reference is ((reference)).',
    '# How we paid it',
    'We could not send the money to the card you paid with. We paid it ((how it was paid)) on ((paid on)).',
    '((if payment reference))\nThe payment has this reference: ((payment reference)).\n((end))',
    'If it does not reach you, please ring us.',
    '# Where your application stands',
    'See where your application and your money stand:\n((status link))',
    'The link is for you alone. Please do not pass it on.',
    '# If you have questions',
    'To talk to ((council)), ring ((council phone)). Please give your reference.',
    'For help with your account or the website, e-mail ((support e-mail)) or ring ((support phone)).',
  ],
  text: [
    '((council)): we have paid you back money for parking permit application ((reference)), not to your card. Our letter or e-mail says how.',
    'We have paid you back money for parking permit application ((reference)), not to your card. Our letter or e-mail says how.',
  ],
} as const;
