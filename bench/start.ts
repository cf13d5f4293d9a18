/** How soon `npm start` on a clone that has been set up answers its first page. */
import type { Report } from './kit/figure.ts'
import { median } from './kit/rounds.ts'
import type { Stage } from './stage.ts'

const rounds = 3

export async function measureStart(stage: Stage): Promise<Report> {
  const folder = stage.room('clone')
  const first = await stage.start({ folder, command: ['npm', 'start'] })
  await first.stop()
  const found: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const again = await stage.start({ folder, command: ['npm', 'start'] })
    found.push(again.startMs)
    await again.stop()
  }
  return {
    title: 'Starting',
    about: 'From `npm start` to the first 200, PostgreSQL included, with the starter services and both councils.',
    figures: [
      {
        what: 'start to the first page',
        value: median(found) / 1000,
        unit: 's',
        goal: { most: 2 },
        beside: `the very first, which sets everything up, ${(first.startMs / 1000).toFixed(1)} s`,
      },
    ],
  }
}
