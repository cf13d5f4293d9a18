/** The list of what breaks each rule of the house: the rule's promise, file, text, and what must be named. */

export const brokenHouse: readonly (readonly [promise: string, path: string, text: string])[] = [
  ['has no drawer without a name', 'src/core/utils.ts', '/** Planted. */\n'],
  ['has no drawer without a name', 'src/ui/common/planted.ts', '/** Planted. */\n'],
  ['says in the first line of every module what it is the place for', 'src/core/house-silent.ts', 'export const x = 1\n'],
  ['has no name that says nothing', 'src/http/house-name.ts', `/** Planted. */\nexport class Case${'Manager'} {}\n`],
  ['runs every feature it has', 'src/features/house-idle/feature.ts', '/** Planted. */\n'],
  ['grants no one an exception', 'src/http/house-exception.ts', `/** Planted. */\n// oxlint-${'disable'}-next-line\nexport const x = 1\n`],
  ['grants no one an exception', 'src/http/house-ignored.ts', `/** Planted. */\n// @ts-${'ignore'}\nexport const x = 1\n`],
  ['leaves no mark of unfinished work', 'src/http/house-later.ts', `/** Planted. */\n// TO${'DO'} later\n`],
  ['keeps what a test file prepares inside a describe', 'src/http/house-hook.test.ts', 'beforeEach(() => undefined)\n'],
  [
    'lets a feature write SQL about its own schema only',
    'src/features/api/store/house-raw.ts',
    "/** Planted. */\nexport const q = 'select * from cases.queue'\n",
  ],
  ['has no clock in core', 'src/core/house-clock.ts', '/** Planted. */\nexport const act = () => new Date()\n'],
  ['has no broken link in its pages', 'docs/house-link.md', '[nothing](not-there.md)\n'],
  ['explains every feature in at most 25 lines', 'src/features/house-long/README.md', 'line\n'.repeat(26)],
  ['names no folder of the machine it was written on', 'docs/house-path.md', `See /ro${'ot'}/folkmoot\n`],
]
