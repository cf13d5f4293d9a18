/** The single place for what a council is: its settings in `council.yaml`, read with every fault named, and its part of the database. */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { Language, Name, Nation, Slug } from '#core/definition/model/names.ts'
import { Changes, JsonValue } from '#core/diff/index.ts'
import type { CouncilStore } from '#store/store.ts'
import { Brand, readBrand } from '#ui/brand.ts'
import { Tour } from './tour.ts'

const Line = z.string().trim().min(1).max(300)
const Paragraph = z.string().trim().min(1).max(4000)
const Words = z.strictObject({ en: Line, cy: Line.optional() })
const Paragraphs = z.strictObject({ en: Paragraph, cy: Paragraph.optional() })
const Email = z.email().max(254)
const Kind = z.enum(['resident', 'business', 'organisation', 'volunteer', 'councillor', 'officer', 'partner'])

const Contact = z.strictObject({
  email: Email,
  phone: Line,
  address: z.array(Line).min(1).max(8).describe('Where letters are sent, line by line.'),
  opening: Words.describe('When people answer the phone and the counter is open.'),
})

const Person = z.strictObject({
  id: Slug.describe('A name of this person within the example people.'),
  name: Line,
  kind: Kind,
  email: Email.optional(),
  lang: Language.default('en'),
  roles: z.array(Name).default([]),
  teams: z.array(Name).default([]),
  wards: z.array(Line).default([]).describe('The wards a councillor stands for.'),
  about: Words.optional().describe('A sentence for whoever picks an example person to sign in as.'),
})

const Oidc = z.strictObject({
  issuer: z.url().describe('The directory’s issuer address; discovery is read from it.'),
  client: Line.describe('The client id the directory gave.'),
  'secret-env': z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional()
    .describe('The environment variable that holds the client secret; left out for a public client.'),
  name: Words.describe('What the sign-in button calls it.'),
  scopes: z.array(Line).default(['openid', 'profile', 'email']),
  claim: Line.default('groups').describe('The claim that lists the person’s groups.'),
  groups: z
    .record(Line, z.strictObject({ roles: z.array(Name).default([]), teams: z.array(Name).default([]) }))
    .default({})
    .describe('What members of each group of the directory may be here. People in none of them cannot sign in as staff.'),
})

const PreElection = z
  .strictObject({
    from: z.iso.date().describe('The first day, when the notice of election is published.'),
    to: z.iso.date().describe('The last day, that of the poll.'),
    election: Words.describe('Which election.'),
  })
  .refine(({ from, to }) => from <= to, 'the first day is not after the last')

/** `councils/<id>/council.yaml`. Words need `cy` when the council’s languages include it. */
export const CouncilSettings = z
  .strictObject({
    id: Slug,
    name: Words,
    hosts: z.array(z.string().regex(/^[a-z0-9.-]+$/, 'a host name without port, in lower case')).min(1),
    languages: z.array(Language).min(1).default(['en']),
    nation: Nation,
    'bank-holidays': z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
    contact: Contact,
    brand: Brand.prefault({}),
    services: z
      .array(
        z.strictObject({
          id: Slug.describe('The pack.'),
          sponsors: z
            .strictObject({ member: Line, director: Line, 'member-email': Email.optional(), 'director-email': Email.optional() })
            .optional()
            .describe('Who answers for it here, and the addresses they sign in with; publishing needs both names.'),
          from: z
            .strictObject({
              council: Slug.describe('Whose service it is: another council of this installation.'),
              changes: Changes.default([]).describe('What the council changes in it, as data.'),
              examples: z
                .record(Slug, z.record(Name, JsonValue))
                .default({})
                .describe('What is expected of its example people here instead, by their id.'),
            })
            .optional()
            .describe('Where the service is taken from when it is first put into use, and is not the council’s own.'),
          follows: z
            .url({ protocol: /^https?$/ })
            .optional()
            .describe('The /offers.json of another installation, where new versions of the service are looked for.'),
        }),
      )
      .default([]),
    teams: z.array(z.strictObject({ id: Name, name: Words, email: Email.optional() })).default([]),
    roles: z
      .record(Name, z.strictObject({ name: Words, may: z.array(z.string().regex(/^[a-z]+\.[a-z-]+$/)).default([]) }))
      .default({})
      .describe('Roles of this council besides the usual ones, and what they may do.'),
    people: z.array(Person).default([]).describe('Example people, for demonstration mode only.'),
    tour: Tour.optional().describe('The guided tour, for demonstration mode only.'),
    'sign-in': z
      .strictObject({
        oidc: Oidc.optional(),
        'email-link': z.boolean().default(true).describe('Whether people can sign in with a link sent by email.'),
      })
      .default({ 'email-link': true }),
    'data-protection': z.strictObject({
      officer: z.strictObject({ name: Line.optional(), email: Email, phone: Line.optional() }),
      registration: Line.optional().describe('The registration number with the regulator.'),
      regulator: z.strictObject({ name: Words, url: z.url(), phone: Line.optional() }),
    }),
    accessibility: z.strictObject({
      status: z.enum(['full', 'partial', 'none']).default('partial'),
      prepared: z.iso.date(),
      reviewed: z.iso.date(),
      problems: z.array(Paragraphs).default([]).describe('What does not yet meet WCAG 2.2 AA and why.'),
      contact: Email.optional(),
      enforcement: z.strictObject({ name: Words, url: z.url() }).optional(),
    }),
    cookies: z.strictObject({ note: Paragraphs.optional() }).default({}),
    suggestions: z
      .strictObject({
        'answer-days': z.int().min(1).max(365).default(28).describe('Days in which the council answers a suggested change.'),
      })
      .prefault({}),
    'pre-election': z
      .array(PreElection)
      .default([])
      .describe('Weeks before elections in which publicity that names members pauses; services and consultations owed by law go on.'),
  })
  .meta({ id: 'CouncilSettings', title: 'council.yaml' })
export type CouncilSettings = z.infer<typeof CouncilSettings>

/** One council as a handler sees it. */
export interface Council {
  readonly id: string
  readonly settings: CouncilSettings
  /** Its rows and nobody else’s. */
  readonly store: CouncilStore
  /** Where the page shell finds its stylesheet and logo. */
  readonly brand: CouncilBrand
  /** The secret of the council’s sign-in directory, from the environment variable that the settings name. */
  readonly directorySecret?: string | undefined
}

export interface CouncilBrand {
  readonly stylesheet: string
  readonly logo?: { readonly src: string; readonly width: number; readonly height: number } | undefined
}

/** What is wrong in a settings file, and where. Lines and columns count from 1. */
export interface SettingsFault {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly message: string
}

/** The council’s name on a page of that language. */
export function nameOf(council: Pick<Council, 'settings'>, lang: Language): string {
  return inLanguage(council.settings.name, lang)
}

/**
 * The election in whose pre-election period a day lies, both ends included (Code of Recommended Practice on Local Authority Publicity, part
 * “care during periods of heightened sensitivity”); undefined outside of all of them.
 */
export function findElection({ settings }: Pick<Council, 'settings'>, today: string): CouncilSettings['pre-election'][number] | undefined {
  return settings['pre-election'].find(({ from, to }) => from <= today && today <= to)
}

/** Whether publicity that names members pauses on that day, `YYYY-MM-DD`. */
export function isPreElection(council: Pick<Council, 'settings'>, today: string): boolean {
  return findElection(council, today) !== undefined
}

/** The words for the language, or the English where the council has none. */
export function inLanguage(words: { readonly en: string; readonly cy?: string | undefined }, lang: Language): string {
  return words[lang] ?? words.en
}

interface SettingsReading {
  readonly settings?: CouncilSettings
  readonly faults: readonly SettingsFault[]
}

/** Reads `council.yaml`; `file` is named in the faults. Total: hostile text gives faults. */
export function readSettings(file: string, text: string): SettingsReading {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false })
  const placed = (offset: number, message: string): SettingsFault => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col), message }
  }
  if (document.errors.length > 0) return { faults: document.errors.map((error) => placed(error.pos[0], error.message)) }
  const value = valueOf(document)
  const parsed = CouncilSettings.safeParse(value)
  const findings = parsed.success ? [...missingWelsh(parsed.data), ...brandFindings(parsed.data)] : parsed.error.issues
  const faults = findings.map(({ path: keys, message }) => placed(offsetOf(document, keys), `${keys.join('.') || 'the file'}: ${message}`))
  return parsed.success && faults.length === 0 ? { settings: parsed.data, faults } : { faults }
}

interface Finding {
  readonly path: readonly PropertyKey[]
  readonly message: string
}

/** An alias bomb gives nothing to read rather than a full memory. */
function valueOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 })
  } catch {
    return undefined
  }
}

/** Where the deepest part of the path that is in the file begins. */
function offsetOf(document: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(keys.slice(0, length), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}

/** A council that serves in Welsh says everything in Welsh: neither language is treated less favourably. */
function missingWelsh(settings: CouncilSettings): Finding[] {
  return settings.languages.includes('cy') ? withoutWelsh(settings, []) : []
}

function withoutWelsh(value: unknown, keys: readonly string[]): Finding[] {
  if (typeof value !== 'object' || value === null) return []
  const members = Object.entries(value)
  if (typeof Reflect.get(value, 'en') === 'string' && Reflect.get(value, 'cy') === undefined) {
    return [{ path: keys, message: 'the Welsh (cy) is missing, and the council’s languages include it' }]
  }
  return members.flatMap(([key, member]) => withoutWelsh(member, [...keys, key]))
}

function brandFindings({ brand }: CouncilSettings): Finding[] {
  return readBrand(brand).faults.map(({ path: key, message, help }) => ({
    path: ['brand', ...key.split('.')],
    message: `${message} ${help}`,
  }))
}
