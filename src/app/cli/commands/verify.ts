/** `folkmoot verify`: whether anything in the log was changed, removed, moved or cut off. */
import { verifyLog } from '#store/verify.ts'
import type { Command } from '../command.ts'
import { councilsMeant, withInstallation } from '../installation.ts'

export const verify: Command = {
  name: 'verify',
  summary: 'Check that nothing in the log was changed, removed, moved or cut off',
  usage: 'verify [--council ID]',
  help: ['--council ID   one council; without it, all'],
  options: { council: { type: 'string' } },
  words: { least: 0, most: 0 },
  run: async (invocation) => {
    const { io, json } = invocation
    const results = await withInstallation(invocation, async (installation) => {
      const verified = []
      for (const { id, store } of councilsMeant(installation, invocation)) {
        const result = await verifyLog(store, { keys: installation.keys, onProgress: (facts) => io.progress(`${id}: ${facts} entries`) })
        verified.push({ council: id, ...result })
      }
      return verified
    })
    if (json) io.out(JSON.stringify(results, null, 2))
    else
      for (const { council, findings, ...counts } of results) {
        io.out(
          `${council}: ${Object.entries(counts)
            .map(([what, count]) => `${count} ${what}`)
            .join(', ')}, ${findings.length === 0 ? 'nothing wrong' : `${findings.length} wrong`}`,
        )
        for (const finding of findings) io.out(`  ${finding.message}`)
      }
    return results.some(({ findings }) => findings.length > 0) ? 1 : 0
  },
}
