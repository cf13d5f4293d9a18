/** The single place for what an address look-up knows: premises, postcodes, areas, and how a CSV row becomes one. Pure. */

/** A kind of area that premises are counted by. In Wales a `parish` is a community. */
export type AreaKind = 'ward' | 'parish'

/** One property of a council’s address extract. */
export type Premises = {
  /** Unique Property Reference Number, 1 to 12 digits, as text. */
  readonly uprn: string
  readonly lines: readonly string[]
  readonly town: string
  /** With one space before the last three characters: `AM1 1AA`. */
  readonly postcode: string
  readonly ward: string
  readonly parish: string
}

/** Where a postcode lies: codes of its ward and parish, and its grid reference in metres. */
export type PostcodePlace = {
  readonly postcode: string
  readonly ward: string
  readonly parish: string
  readonly easting: number | undefined
  readonly northing: number | undefined
}

/** What an ONS code of a ward or parish is called. */
export type AreaName = { readonly code: string; readonly name: string }

/** How many premises an area holds. */
export type AreaTotal = { readonly area: string; readonly premises: number }

/** Looks addresses up. The council’s own register is one; a national service can be another. */
export type AddressProvider = {
  /** All premises of a postcode, however it was typed, in the order a street is walked. None for an unknown one. */
  readonly findByPostcode: (postcode: string) => Promise<readonly Premises[]>
  /** Ward and parish of a postcode the register does not hold, by name where the name is known, so that a typed address still counts somewhere. */
  readonly findAreas: (postcode: string) => Promise<Pick<PostcodePlace, 'ward' | 'parish'> | undefined>
  readonly findByUprn: (uprn: string) => Promise<Premises | undefined>
  /** False while nothing is known of any premises: then no number can be checked. */
  readonly hasPremises: () => Promise<boolean>
  /** Every area of a kind with its number of premises, by name. */
  readonly areaTotals: (kind: AreaKind) => Promise<readonly AreaTotal[]>
}

/** What is wrong with a row of a file. `line` counts from 1, the header being line 1. */
export type RowFault = { readonly line: number; readonly message: string }

type Cells = Readonly<Record<string, string>>

const uprnPattern = /^\d{1,12}$/
/** The form the Royal Mail gives postcodes (BS 7666): one or two letters, a digit, a letter or digit, then a digit and two letters. */
const postcodePattern = /^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/

/** The postcode in capitals with its one space, or `undefined` for text that is none. */
export function postcodeFrom(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (bare.length < 5 || bare.length > 7) return undefined
  const postcode = `${bare.slice(0, -3)} ${bare.slice(-3)}`
  return postcodePattern.test(postcode) ? postcode : undefined
}

/** The premises in a row of an address extract, or what is wrong with the row. Column names are in lower case. */
export function premisesFrom(cells: Cells, line: number): Premises | RowFault {
  const uprn = cell(cells, 'uprn').replace(/^0+(?=\d)/, '')
  const postcode = postcodeFrom(cell(cells, 'postcode'))
  const lines = linesOf(cells)
  if (!uprnPattern.test(uprn)) return { line, message: 'UPRN must be a number of 1 to 12 digits' }
  if (!postcode) return { line, message: 'POSTCODE must be a full United Kingdom postcode' }
  if (lines.length === 0) return { line, message: 'ADDRESS is empty' }
  return { uprn, lines, town: cell(cells, 'town'), postcode, ward: cell(cells, 'ward'), parish: cell(cells, 'parish') }
}

/** The place in a row of the ONS Postcode Directory; `undefined` for a postcode no longer in use; or what is wrong. */
export function postcodePlaceFrom(cells: Cells, line: number): PostcodePlace | RowFault | undefined {
  if (cell(cells, 'doterm') !== '') return undefined
  const postcode = postcodeFrom(cell(cells, 'pcds') || cell(cells, 'pcd'))
  if (!postcode) return { line, message: 'pcds must be a full United Kingdom postcode' }
  return {
    postcode,
    ward: cell(cells, 'osward'),
    parish: cell(cells, 'parish'),
    easting: metres(cell(cells, 'oseast1m')),
    northing: metres(cell(cells, 'osnrth1m')),
  }
}

/** The columns of ONS files of names and codes end in the year they hold for: `WD25CD`, `WD25NM`, `PARNCP25CD`. */
const codeColumn = /^(wd|par|parncp)\d\dcd$/

/** The name in a row of an ONS file of names and codes of wards or parishes, or what is wrong. */
export function areaNameFrom(cells: Cells, line: number): AreaName | RowFault {
  const column = Object.keys(cells).find((name) => codeColumn.test(name)) ?? ''
  const code = cell(cells, column)
  const name = cell(cells, column.replace(/cd$/, 'nm'))
  if (!/^[A-Z]\d{8}$/.test(code)) return { line, message: `${column.toUpperCase()} must be a code of nine characters` }
  return name === '' ? { line, message: `${code} has no name` } : { code, name }
}

/** The column of codes, or that of their names, that a file of names and codes lacks. */
export function missingNames(found: readonly string[]): readonly string[] {
  const names = found.map((name) => name.trim().toLowerCase())
  const column = names.find((name) => codeColumn.test(name))
  if (column === undefined) return ['a column of codes, such as WD25CD or PAR25CD']
  const nameColumn = column.replace(/cd$/, 'nm')
  return names.includes(nameColumn) ? [] : [nameColumn.toUpperCase()]
}

/** The columns a file lacks, by the names it should have; none when it has all it needs. */
export function missingColumns(found: readonly string[], needed: readonly (readonly string[])[]): readonly string[] {
  const names = new Set(found.map((name) => name.trim().toLowerCase()))
  return needed
    .filter((choices) => !choices.some((choice) => names.has(choice)))
    .map((choices) => choices.map((choice) => choice.toUpperCase()).join(' or '))
}

function linesOf(cells: Cells): readonly string[] {
  const parts = cells['address'] === undefined ? [1, 2, 3, 4].map((n) => cell(cells, `address${n}`)) : cell(cells, 'address').split(',')
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

function cell(cells: Cells, name: string): string {
  return (cells[name] ?? '').trim()
}

function metres(text: string): number | undefined {
  return /^\d{1,7}$/.test(text) ? Number(text) : undefined
}
