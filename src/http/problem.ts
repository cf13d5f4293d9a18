/** The single list of problems a request can meet: code, status and words. Nothing else becomes an HTTP error. */
import type { Bilingual } from './language.ts'

interface Entry {
  readonly status: number
  readonly title: Bilingual
  /** What the person can do now. */
  readonly help: Bilingual
}

export const problems = {
  'bad-request': {
    status: 400,
    title: { en: 'We could not read that', cy: 'Ni allem ddarllen hynny' },
    help: { en: 'Go back and try again.', cy: 'Ewch yn ôl a rhoi cynnig arall arni.' },
  },
  'sign-in-needed': {
    status: 401,
    title: { en: 'Sign in to see this page', cy: 'Mewngofnodwch i weld y dudalen hon' },
    help: { en: 'Sign in, then try again.', cy: 'Mewngofnodwch, yna rhowch gynnig arall arni.' },
  },
  'not-allowed': {
    status: 403,
    title: { en: 'You cannot do this', cy: 'Ni allwch wneud hyn' },
    help: { en: 'Ask your team leader if you need to.', cy: 'Gofynnwch i arweinydd eich tîm os oes angen i chi wneud hynny.' },
  },
  'form-expired': {
    status: 403,
    title: { en: 'This page is out of date', cy: 'Mae’r dudalen hon wedi dyddio' },
    help: { en: 'Go back, reload the page and try again.', cy: 'Ewch yn ôl, ail-lwythwch y dudalen a rhoi cynnig arall arni.' },
  },
  'not-found': {
    status: 404,
    title: { en: 'Page not found', cy: 'Heb ddod o hyd i’r dudalen' },
    help: {
      en: 'If you typed the web address, check it is correct. If you pasted it, check you copied all of it.',
      cy: 'Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir. Os gwnaethoch ei ludo, gwiriwch eich bod wedi copïo’r cyfan.',
    },
  },
  conflict: {
    status: 409,
    title: { en: 'Someone else changed this first', cy: 'Newidiodd rhywun arall hyn yn gyntaf' },
    help: { en: 'Reload the page to see how it is now.', cy: 'Ail-lwythwch y dudalen i weld sut mae hi nawr.' },
  },
  gone: {
    status: 410,
    title: { en: 'This link has been used or is too old', cy: 'Mae’r ddolen hon wedi’i defnyddio neu’n rhy hen' },
    help: { en: 'Ask for a new one.', cy: 'Gofynnwch am un newydd.' },
  },
  'too-large': {
    status: 413,
    title: { en: 'That is more than we can take', cy: 'Mae hynny’n fwy nag y gallwn ei dderbyn' },
    help: { en: 'Send less at a time.', cy: 'Anfonwch lai ar y tro.' },
  },
  'wrong-content-type': {
    status: 415,
    title: { en: 'We could not read that kind of content', cy: 'Ni allem ddarllen y math hwnnw o gynnwys' },
    help: { en: 'Send a form, or JSON to the API.', cy: 'Anfonwch ffurflen, neu JSON i’r API.' },
  },
  invalid: {
    status: 422,
    title: { en: 'Something in this is not right', cy: 'Nid yw rhywbeth yn hyn yn gywir' },
    help: { en: 'Check what you sent and try again.', cy: 'Gwiriwch yr hyn a anfonoch a rhoi cynnig arall arni.' },
  },
  'too-many': {
    status: 429,
    title: { en: 'Too many tries', cy: 'Gormod o geisiadau' },
    help: { en: 'Wait a few minutes, then try again.', cy: 'Arhoswch ychydig funudau, yna rhowch gynnig arall arni.' },
  },
  'no-such-council': {
    status: 421,
    title: { en: 'No council is served at this address', cy: 'Nid oes cyngor yn cael ei wasanaethu yn y cyfeiriad hwn' },
    help: { en: 'Check the web address.', cy: 'Gwiriwch y cyfeiriad gwe.' },
  },
  broken: {
    status: 500,
    title: { en: 'Sorry, there is a problem with the service', cy: 'Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth' },
    help: { en: 'Try again later.', cy: 'Rhowch gynnig arall arni yn nes ymlaen.' },
  },
  unavailable: {
    status: 503,
    title: { en: 'Sorry, the service is unavailable', cy: 'Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael' },
    help: { en: 'Try again in a few minutes.', cy: 'Rhowch gynnig arall arni ymhen ychydig funudau.' },
  },
} as const satisfies Readonly<Record<string, Entry>>

export type ProblemCode = keyof typeof problems
