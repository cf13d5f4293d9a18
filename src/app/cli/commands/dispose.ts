/** `folkmoot dispose`: what is past its time goes now, instead of within the hour. */
import { dispose, type Disposed } from '#features/records/index.ts'
import { type Command, type Io } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'

type Result = Disposed & { readonly council: string }

export const disposeDue: Command = {
  name: 'dispose',
  summary: 'Erase what is past its retention time, or say what would go',
  usage: 'dispose [--council ID] [--dry-run]',
  help: ['--council ID   one council; without it, all', '--dry-run      say what would go, and change nothing'],
  options: { council: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  words: { least: 0, most: 0 },
  run: async (invocation) => {
    const { has, io, json } = invocation
    const results = await withInstallation(invocation, async (installation) => {
      const all: Result[] = []
      for (const council of councilsMeant(installation, invocation)) {
        const onProgress = (found: number) => io.progress(`${council.id}: ${found} past their time`)
        const at = new Date().toISOString()
        all.push({ council: council.id, ...(await dispose(council, { at, isDryRun: has('dry-run'), onProgress })) })
      }
      return all
    })
    if (json) io.out(JSON.stringify(results, null, 2))
    else for (const result of results) describe(result, has('dry-run'), io)
    return 0
  },
}

function describe({ council, due, drafts, equalityAnswers, suggestions }: Result, isDryRun: boolean, io: Io): void {
  const held = due.filter(({ isHeld }) => isHeld)
  const verb = isDryRun ? 'would go' : 'gone'
  const counts = `${due.length - held.length} classes of cases, ${drafts} unfinished, ${equalityAnswers} equality answers, ${suggestions} texts or addresses of suggestions`
  io.out(`${council}: ${verb} ${counts}; ${held.length} kept by a hold`)
  for (const { reference, service, retention, goesOn, isHeld } of due)
    io.out(`  ${reference}  ${service}  ${retention}  ${goesOn}${isHeld ? '  held' : ''}`)
}
