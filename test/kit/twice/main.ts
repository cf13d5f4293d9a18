/** Holds the solver against z3 on as many services as asked, in a process of its own, and writes what came of it as JSON. */
import { againstZ3 } from './against-z3.ts'
import { endThreads } from './meaning.ts'

process.stdout.write(JSON.stringify(await againstZ3({ runs: Number(process.argv[2]), budget: 20_000 })))
endThreads()
