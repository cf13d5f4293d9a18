/** `folkmoot import-addresses`: a council's own address extract, the ONS Postcode Directory or names of areas become what look-ups read. */
import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { importAreaNames, importPostcodes, importPremises } from '#features/addresses/feature.ts'
import { type Command, UsedWrongly } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'

export const importAddresses: Command = {
  name: 'import-addresses',
  summary: 'Take in a council’s address extract, or the ONS Postcode Directory',
  usage: 'import-addresses FILE.csv --council ID [--postcodes | --names]',
  help: [
    '--council ID   whose addresses they are',
    '--postcodes    the file is the ONS Postcode Directory, not an address extract',
    '--names        the file has the names of ward or parish codes (columns such as WD25CD and WD25NM, from the ONS)',
    '',
    'An extract has the columns UPRN, ADDRESS (or ADDRESS1 to 4), TOWN, POSTCODE, WARD, PARISH, in any order.',
    'What was there before is replaced, names apart, which are added; a file with a fault changes nothing.',
  ],
  options: { council: { type: 'string' }, postcodes: { type: 'boolean' }, names: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  run: async (invocation) => {
    const { positionals, option, has, io, json } = invocation
    const file = positionals[0] ?? ''
    if (option('council') === undefined) throw new UsedWrongly('Say whose addresses they are: --council ID')
    await refuseUnreadable(file)
    const read = has('names') ? importAreaNames : has('postcodes') ? importPostcodes : importPremises
    const imported = await withInstallation(invocation, async (installation) => {
      const [council] = councilsMeant(installation, invocation)
      if (!council) throw new UsedWrongly('Say whose addresses they are: --council ID')
      return read(council.store, createReadStream(file))
    })
    if (json) io.out(JSON.stringify(imported, null, 2))
    else if ('rows' in imported) io.out(`${file}: ${imported.rows} rows taken in`)
    else for (const { line, message } of imported.faults) io.out(`${file}:${line}  ${message}`)
    return 'rows' in imported ? 0 : 1
  },
}

/** A folder can be opened, and fails only once it is read. */
async function refuseUnreadable(file: string): Promise<void> {
  const isFile = await stat(file).then(
    (found) => found.isFile(),
    () => false,
  )
  const isReadable = await access(file, constants.R_OK).then(
    () => isFile,
    () => false,
  )
  if (!isReadable) throw new UsedWrongly(`${file} cannot be read. Check the path`)
}
