/** `folkmoot scenarios`: every example person of every pack, and where what happened differs from what was expected. */
import { prepare, runScenario } from '#core/index.ts'
import type { Command } from '../command.ts'
import { loadPacks, type LoadedPack } from '../packs.ts'

type Result = { readonly pack: string; readonly scenario: string; readonly ok: boolean; readonly differences: readonly string[] }

export const scenarios: Command = {
  name: 'scenarios',
  summary: 'Walk the example people of packs and say what differs from what is expected',
  usage: 'scenarios [PACK…]',
  help: ['PACK is a folder, or the name of a pack in packs/. Without one, all in packs/ are walked.'],
  options: {},
  words: { least: 0, most: 100 },
  run: async ({ positionals, json, io }) => {
    const results = (await loadPacks(positionals)).flatMap(resultsOf)
    const failed = results.filter((result) => !result.ok)
    const passed = results.length - failed.length
    if (json) io.out(JSON.stringify({ passed, failed: failed.length, results }, null, 2))
    else {
      for (const { pack, scenario, differences } of failed) {
        io.out(`${pack} ${scenario}`)
        for (const difference of differences) io.out(`  ${difference}`)
      }
      io.out(`${passed} passed, ${failed.length} failed`)
    }
    return failed.length > 0 ? 1 : 0
  },
}

function resultsOf({ pack, definition, scenarios, faults }: LoadedPack): readonly Result[] {
  if (!definition)
    return [{ pack, scenario: '(check)', ok: false, differences: [`The pack has ${faults.length} faults. See: folkmoot check ${pack}`] }]
  const prepared = prepare(definition)
  return scenarios.map((scenario) => ({ pack, ...runScenario(prepared, scenario) }))
}
