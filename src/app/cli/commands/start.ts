/** `folkmoot start`: the whole installation, until it is told to stop. */
import { readCouncils } from '../../councils.ts'
import { stopWhenParentDies } from '../../parent.ts'
import { startServer } from '../../start.ts'
import type { Command, Io } from '../command.ts'
import { configuration, explain } from '../installation.ts'

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const

export const start: Command = {
  name: 'start',
  summary: 'Run the services, on the PostgreSQL inside unless DATABASE_URL names a server',
  usage: 'start',
  help: [
    'PORT (3000), HOST (127.0.0.1), DATABASE_URL, FOLKMOOT_DATA and more: see docs/reference/configuration.md',
    '',
    'It stops at SIGTERM, after finishing what it has begun.',
  ],
  options: {},
  words: { least: 0, most: 0 },
  run: async ({ json, io }) => {
    const config = configuration()
    const stopped = Promise.withResolvers<void>()
    for (const signal of signals) process.once(signal, () => stopped.resolve())
    stopWhenParentDies(() => stopped.resolve())
    const running = await startServer(config).catch(explain)
    if (json) io.out(JSON.stringify({ url: running.url, demo: config.isDemo }))
    else await welcome(io, running.url, config)
    await stopped.promise
    await running.close()
    return 0
  },
}

async function welcome(io: Io, url: string, { councilFolders, isDemo }: ReturnType<typeof configuration>): Promise<void> {
  const { port } = new URL(url)
  io.out('\nFolkmoot is running.\n')
  if (isDemo) io.out(`Begin here: ${url.replace('127.0.0.1', 'localhost')}\n`)
  for (const { settings } of await readCouncils(councilFolders)) {
    const host = settings.hosts[0] ?? 'localhost'
    io.out(`  ${settings.name.en}`)
    io.out(`    services  http://${host}:${port}/services`)
    if (settings.languages.includes('cy')) io.out(`    Cymraeg   http://${host}:${port}/cy/services`)
    io.out(`    staff     http://${host}:${port}/staff`)
    if (isDemo) io.out(`    mail sent http://${host}:${port}/outbox`)
    io.out('')
  }
  if (isDemo) io.out('Demonstration: you can sign in as example people, and mail is only shown. The past cases are made up.')
  io.out('Stop it with Ctrl+C.')
}
