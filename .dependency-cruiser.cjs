// The walls of the house. Read top to bottom: who may stand on whom. Each rule is broken once in test/proofs.
const needs = require('./src/features/needs.json')

const test = '\\.test\\.ts$'
const dbTest = '\\.db\\.test\\.ts$'
const never = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })
const floor = (...folders) => `^src/(${folders.join('|')})/`
const npm = (...packages) => `^node_modules/(${packages.join('|')})/`
/** A file, or the folder of the same name it became past 300 lines: `store.ts`, `store/…`. */
const room = (...names) => `(${names.join('|')})(\\.ts$|/)`

const sql = npm('pg', 'kysely', 'pg-boss')

const floors = [
  never(
    'core-is-alone',
    'core imports nothing of ours but core, and from npm only what is listed here.',
    { path: floor('core'), pathNot: test },
    { pathNot: [floor('core'), npm('zod', 'yaml', '@marcbachmann/cel-js', '@noble/hashes', 'canonicalize', 're2js')] },
  ),
  never(
    'core-tests-stay-pure',
    'Tests of core may add a second opinion and node:test, but no other floor.',
    { path: floor('core') },
    { path: floor('store', 'ui', 'http', 'features', 'app') },
  ),
  never(
    'store-stands-on-core',
    'store may know core, never pages, features or the app.',
    { path: floor('store') },
    { path: floor('ui', 'http', 'features', 'app') },
  ),
  never(
    'ui-stands-on-core',
    'ui turns values into HTML; it never reaches for data.',
    { path: floor('ui') },
    { path: [floor('store', 'http', 'features', 'app'), sql] },
  ),
  never(
    'http-is-below-features',
    'http serves every feature, so it may know none.',
    { path: floor('http') },
    { path: floor('features', 'app') },
  ),
  never('features-are-below-app', 'only the app sees everything.', { path: floor('features') }, { path: floor('app') }),
  never(
    'sql-lives-in-store',
    'pg, kysely and pg-boss are imported by src/store, by a store of a feature, migrations and tests only.',
    { path: '^src/', pathNot: [floor('store'), `^src/features/[^/]+/${room('store')}`, '/migrations/', test] },
    { path: sql },
  ),
]

const inside = (...names) => `^src/features/([^/]+)/${room(...names)}`
const own = (...names) => `^src/features/$1/${room(...names)}`

/** Pure modules of higher floors that say what a fact, JSON, an actor and a language are. */
const shapes = ['store/(fact|json)', 'http/(actor|language)'].map((path) => `^src/${path}\\.ts$`).join('|')

const insideAFeature = [
  never(
    'domain-is-pure',
    'domain and policy know core, the pure shapes of a fact and of an actor, their own pure files and words, and the doors of features they need.',
    { path: inside('domain', 'policy'), pathNot: test },
    { pathNot: [floor('core'), shapes, '^src/features/[^/]+/index\\.ts$', own('domain', 'policy', 'words'), npm('zod')] },
  ),
  never(
    'shapes-are-pure',
    'What domains may know of the higher floors leans on core and on each other only.',
    { path: shapes },
    { pathNot: [floor('core'), shapes, npm('zod')] },
  ),
  never(
    'store-does-not-know-pages',
    'A store never imports commands, routes, jobs, views or the plug.',
    { path: inside('store'), pathNot: test },
    { path: own('commands', 'routes', 'jobs', 'views', 'feature') },
  ),
  never(
    'views-are-functions',
    'views take values; they do not load data.',
    { path: '^src/features/([^/]+)/views/', pathNot: test },
    { path: [own('store', 'commands', 'routes', 'jobs'), floor('store')] },
  ),
]

const doors = [
  never(
    'use-the-door',
    'Another feature is entered through its index.ts.',
    { path: '^src/features/([^/]+)/', pathNot: dbTest },
    { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
  ),
  never(
    'tests-take-plugs',
    'A test on a database may also take the plug and the migrations of another feature, and nothing else.',
    { path: `^src/features/([^/]+)/.*${dbTest}` },
    { path: '^src/features/[^/]+/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/((index|feature)\\.ts$|migrations/)'] },
  ),
  never(
    'app-uses-the-doors',
    'The app takes the plug (feature.ts) and the door (index.ts) and nothing else.',
    { path: floor('app') },
    { path: '^src/features/[^/]+/', pathNot: '^src/features/[^/]+/(feature|index)\\.ts$' },
  ),
]

// One rule per feature, from the map. Only tests that start an app from plugs may name further ones.
const map = Object.entries(needs).map(([feature, needed]) =>
  never(
    `${feature}-needs`,
    `${feature} may lean on: ${needed.join(', ') || 'no other feature'} (src/features/needs.json).`,
    { path: `^src/features/${feature}/`, pathNot: '\\.db\\.test\\.ts$' },
    { path: '^src/features/[^/]+/', pathNot: [feature, ...needed].map((name) => `^src/features/${name}/`) },
  ),
)

const entries = ['^src/app/cli/main\\.ts$', '^src/core/index\\.ts$']

const hygiene = [
  never(
    'on-the-map',
    'Every feature folder is listed in src/features/needs.json.',
    { path: `^src/features/(?!(${Object.keys(needs).join('|')})/)[^/]+/` },
    {},
  ),
  never('no-circles', 'A circle of imports has no first page to read.', {}, { circular: true }),
  never(
    'no-lost-rooms',
    'A file that nothing reaches from the command line, or from the door for outsiders, is deleted.',
    { path: entries },
    { path: '^src/.*\\.ts$', pathNot: [test, ...entries], reachable: false },
  ),
  never('no-strays', 'What is imported exists.', {}, { couldNotResolve: true }),
  never(
    'tests-stay-out',
    'Nothing that runs in production imports a test, test/, bench/ or a tool of development.',
    { path: '^(src|bin)/', pathNot: test },
    { path: [test, '^(test|bench)/'] },
  ),
  never(
    'tools-stay-out',
    'Nothing that runs in production imports a package installed for development only.',
    { path: '^(src|bin)/', pathNot: test },
    { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
  ),
]

module.exports = {
  forbidden: [...floors, ...insideAFeature, ...doors, ...map, ...hygiene],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true, // type-only imports count: a wall is a wall
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
}
