/** The single place for the English words of emails about suggested changes: nothing that anybody typed is in them. */
export const mailEn = {
  received: (service: string) => ({
    subject: 'We have your suggestion',
    body: `Thank you for suggesting a change to “${service}”. Everybody can read it now, and you will be told what becomes of it. Follow it here:`,
  }),
  changed: (service: string) => ({
    subject: 'Your suggestion has become an exact change',
    body: `What you suggested for “${service}” has been worked out as an exact change. See whether it is what you meant, and back it if it is:`,
  }),
  'asked-again': (service: string) => ({
    subject: 'A change you backed has a new wording',
    body: `You backed a suggested change to “${service}”. Its wording has changed since, so your backing is not counted any more. Read the new wording, and back it if you agree:`,
  }),
  released: (service: string) => ({
    subject: 'The change is in place',
    body: `A change to “${service}” that you suggested or backed has been approved and is in place now. See what was decided and why:`,
  }),
  refused: (service: string) => ({
    subject: 'The change will not be put in place',
    body: `It was decided not to put in place a change to “${service}” that you suggested or backed. The reasons are here:`,
  }),
  hidden: (service: string) => ({
    subject: 'Your suggestion has been hidden',
    body: `Your suggestion for “${service}” has been hidden. Sign in to see under which rule, and to ask for it to be looked at again:`,
  }),
  'shown-again': (service: string) => ({
    subject: 'Your suggestion is shown again',
    body: `Your suggestion for “${service}” was looked at again and can be read by everybody once more:`,
  }),
  upheld: (service: string) => ({
    subject: 'Your suggestion stays hidden',
    body: `Somebody else has looked at your suggestion for “${service}” again. It stays hidden. The reason is here:`,
  }),
}

export type MailWords = typeof mailEn
