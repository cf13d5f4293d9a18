/** `folkmoot people`: people made up for a service, for every row, condition, pair of conditions and edge of its rules. */
import { prepare } from '#core/definition/index.ts'
import { madeUpPeople } from '#core/replay/index.ts'
import { type Command, NotDone } from '../command.ts'
import { loadNamedPack } from '../packs.ts'

export const people: Command = {
  name: 'people',
  summary: 'Make people up for a service: for every row, condition and edge of its rules',
  usage: 'people PACK',
  help: [
    'PACK           a folder, or the name of a pack in packs/',
    '',
    'Nobody of them is real, and the output says so. What nobody who reaches the end can be is named, and what was not found with the steps allowed.',
  ],
  options: {},
  words: { least: 1, most: 1 },
  run: async ({ positionals, json, io }) => {
    const { pack, definition, faults } = await loadNamedPack(positionals[0] ?? '')
    if (definition === undefined) throw new NotDone(`${pack} has ${faults.length} faults. See: folkmoot check ${positionals[0] ?? ''}`)
    const prepared = prepare(definition)
    const made = madeUpPeople(prepared)
    if (json) io.out(JSON.stringify({ pack, version: prepared.version, madeUp: true, ...made }, null, 2))
    else {
      io.out(`${pack}: ${made.people.length} people made up. Nobody of them is real.`)
      for (const { covers, today } of made.people)
        io.out(`  ${today}  ${covers.slice(0, 4).join(', ')}${covers.length > 4 ? `, and ${covers.length - 4} more` : ''}`)
      for (const wish of made.nobody) io.out(`  nobody who reaches the end can be: ${wish}`)
      for (const wish of made.unknown) io.out(`  not found: ${wish}`)
    }
    return 0
  },
}
