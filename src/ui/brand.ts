/** The single place for a council's brand: the `brand` of its council.yaml read, its contrast checked, its stylesheet made. */
import { z } from 'zod'
import { type Asset, makeAsset } from './assets.ts'
import { type Colour, contrast, findColour, hexOf, nearestPassing } from './contrast.ts'

const ColourText = z.string().refine((text) => findColour(text) !== undefined, 'a colour is written #rrggbb')

/** System typefaces need no download; a named one must be on the reader's machine. GDS Transport is licensed for GOV.UK only. */
const Typeface = z
  .string()
  .regex(/^[A-Za-z0-9 ,-]{1,200}$/, 'a typeface is a list of family names, parted by commas')
  .refine((text) => !/gds\s*transport/i.test(text), 'GDS Transport is licensed for GOV.UK only')

/** The `brand` of a council.yaml. Every part may be left out. */
export const Brand = z
  .strictObject({
    colours: z
      .strictObject({
        main: ColourText.default('#1f3a4d').describe('The band at the top.'),
        text: ColourText.default('#ffffff').describe('The council’s name on it.'),
        accent: ColourText.default('#2f7d6b').describe('The line under the band and above the footer.'),
        button: ColourText.default('#0b6e4f').describe('The main button.'),
        buttonText: ColourText.default('#ffffff').describe('The words on it.'),
        link: ColourText.default('#1a5f9e').describe('Links on white.'),
        surface: ColourText.default('#f3f6f7').describe('Quiet areas: navigation, footer, cards.'),
        focus: ColourText.default('#ffdd00').describe('What has the focus.'),
        focusText: ColourText.default('#0b0c0c').describe('The words on it, and its underline.'),
      })
      .prefault({}),
    typeface: z
      .union([z.literal('system'), Typeface])
      .default('system')
      .describe('“system”, or family names in order of preference.'),
    logo: z
      .strictObject({
        file: z.string().regex(/^[a-z0-9-]+\.(svg|png)$/, 'a logo is an .svg or .png file beside council.yaml'),
        width: z.int().min(8).max(400).describe('In CSS pixels.'),
        height: z.int().min(8).max(120).describe('In CSS pixels.'),
      })
      .optional(),
  })
  .meta({ id: 'Brand', description: 'How the council looks: colours, typeface, logo.' })
export type Brand = z.infer<typeof Brand>

/** Why a brand cannot be used: `path` is the key in the brand, `help` the way out. */
export interface BrandFault {
  readonly code: 'brand-shape' | 'brand-contrast'
  readonly path: string
  readonly message: string
  readonly help: string
}

export type BrandReading = { readonly brand: Brand; readonly faults: readonly [] } | { readonly faults: readonly BrandFault[] }

/** Reads what stands under `brand`. A brand with faults is not returned: a page nobody can read is not a brand. */
export function readBrand(value: unknown): BrandReading {
  const reading = Brand.safeParse(value ?? {})
  if (!reading.success) return { faults: reading.error.issues.map(shapeFault) }
  const faults = contrastFaults(reading.data)
  return faults.length === 0 ? { brand: reading.data, faults: [] } : { faults }
}

function shapeFault(issue: z.core.$ZodIssue): BrandFault {
  return { code: 'brand-shape', path: issue.path.join('.'), message: issue.message, help: 'Correct or remove this key of the brand.' }
}

type ColourName = keyof Brand['colours']
type Pair = readonly [front: ColourName, ground: ColourName | 'white', ratio: number]

/** WCAG 2.2: 1.4.3 asks 4.5:1 of words; 1.4.11 and 2.4.11 ask 3:1 of what shows the focus. */
const pairs: readonly Pair[] = [
  ['text', 'main', 4.5],
  ['buttonText', 'button', 4.5],
  ['link', 'white', 4.5],
  ['link', 'surface', 4.5],
  ['focusText', 'focus', 4.5],
  ['focusText', 'white', 3],
  ['button', 'white', 3],
]

function contrastFaults({ colours }: Brand): BrandFault[] {
  return pairs.flatMap(([front, ground, ratio]) => {
    const colour = colourOf(colours[front])
    const under = ground === 'white' ? white : colourOf(colours[ground])
    const reached = contrast(colour, under)
    if (reached >= ratio) return []
    const better = hexOf(nearestPassing(colour, under, ratio))
    const message = `${front} ${hexOf(colour)} on ${ground} ${hexOf(under)} has a contrast of ${reached.toFixed(2)}:1; it needs ${ratio}:1.`
    return [{ code: 'brand-contrast' as const, path: `colours.${front}`, message, help: `The nearest ${front} that passes is ${better}.` }]
  })
}

const white: Colour = [255, 255, 255]
const black: Colour = [0, 0, 0]

/** A brand's colours have been checked on reading. */
function colourOf(text: string): Colour {
  return findColour(text) ?? black
}

const systemTypeface = 'system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif'

/** The brand's stylesheet, to be served beside the project's own and named in `PageCouncil.stylesheet`. */
export function brandAsset({ colours, typeface }: Brand): Asset {
  const shade = hexOf(darker(colourOf(colours.button), 0.8))
  const family = typeface === 'system' ? systemTypeface : `${quoted(typeface)},${systemTypeface}`
  const settings = {
    '--council-typeface': family,
    '--council-header': colours.main,
    '--council-header-text': colours.text,
    '--council-accent': colours.accent,
    '--council-button': colours.button,
    '--council-button-text': colours.buttonText,
    '--council-button-shade': shade,
    '--govuk-brand-colour': colours.main,
    '--govuk-link-colour': colours.link,
    '--govuk-link-hover-colour': hexOf(darker(colourOf(colours.link), 0.6)),
    '--govuk-focus-colour': colours.focus,
    '--govuk-focus-text-colour': colours.focusText,
    '--govuk-template-background-colour': colours.surface,
    '--govuk-surface-background-colour': colours.surface,
  }
  const declarations = Object.entries(settings).map(([name, value]) => `${name}:${value}`)
  return makeAsset('brand.css', `:root{${declarations.join(';')}}`)
}

function quoted(families: string): string {
  return families
    .split(',')
    .map((family) => `"${family.trim()}"`)
    .join(',')
}

function darker([red, green, blue]: Colour, share: number): Colour {
  return [Math.round(red * share), Math.round(green * share), Math.round(blue * share)]
}
