/** The single place where a claim is settled: by somebody who shows it, by showing that there is nobody, or not at all. */
import type { Prepared } from '#core/definition/index.ts'
import type { Compiled } from '#core/expression/index.ts'
import { evaluate, type Evaluation } from '#core/journey/index.ts'
import { conflictOf, type Sought } from './conflict.ts'
import { Evidence } from './evidence.ts'
import { shortened } from './find-person.ts'
import { Finder } from './model/finder.ts'
import { Model } from './model/model.ts'
import type { Person } from './model/person.ts'
import { Variables } from './model/variables.ts'
import { placesOf, type Places } from './places.ts'
import type { Claim, Finding, NotProvedReason, Proof } from './proof.ts'

/** A claim that there is somebody. `seen` is what evidence calls it; what is found where there is nobody is `otherwise`. */
export type Existence = {
  readonly claim: Claim
  readonly sought: Sought
  readonly seen: string
  readonly otherwise: (conflict: readonly string[]) => Finding
}

/** A claim that there is nobody. `shows` says of a real evaluation that it is so after all. */
export type Absence = {
  readonly claim: Claim
  readonly sought: Sought
  readonly shows: (evaluation: Evaluation, person: Person) => boolean
  readonly otherwise: (person: Person, evaluation: Evaluation) => Finding
}

/** People seen before anything is looked for. */
const firstPeople = 6
const fewestPeople = 3

/** A proof takes no more steps than so many searches that use up their budget, and then no more than a few for each claim. */
const wholeBudgets = 20
const fewestSteps = 500

/** One definition being proved. */
export class Prover {
  readonly prepared: Prepared
  readonly model: Model
  readonly finder: Finder
  readonly evidence: Evidence
  readonly places: Places
  readonly findings: Finding[] = []
  readonly proved: Claim[] = []
  readonly notProved: (Claim & { readonly why: NotProvedReason })[] = []

  readonly #budget: number
  #spent = 0

  constructor(prepared: Prepared, budget: number) {
    this.prepared = prepared
    this.#budget = budget
    this.model = new Model(new Variables(prepared))
    this.finder = new Finder(this.model)
    this.evidence = new Evidence(prepared)
    this.places = placesOf(prepared.definition)
  }

  /** Steps for the next search: once a proof has taken far too many, only claims that are told at once still are. */
  get budget(): number {
    return Math.max(Math.min(this.#budget, this.#budget * wholeBudgets - this.#steps), fewestSteps)
  }

  get #steps(): number {
    return this.#spent + this.finder.steps
  }

  /** Counts steps that other searches took. */
  readonly spend = (steps: number): void => {
    this.#spent += steps
  }

  /** Sees some people of all sorts, who show most of what there is to show, until one shows nothing new. */
  meetPeople(): void {
    const pages = this.prepared.pages.length
    for (let met = 0; met < firstPeople; met += 1) {
      const found = this.finder.find({ wants: [], pages, open: pages }, this.budget, this.evidence.lean)
      if (typeof found === 'string') return
      const before = this.evidence.size
      this.evidence.see(found)
      if (met >= fewestPeople && this.evidence.size === before) return
    }
  }

  /** Settles a claim that there is somebody. True where there is, false where there is nobody. */
  exists({ claim, sought, seen, otherwise }: Existence): boolean | undefined {
    if (this.evidence.has(seen)) return this.prove(claim)
    const found = this.#find(sought, true)
    if (found === 'none') {
      const conflict = this.conflict(sought)
      this.findings.push(otherwise(conflict.length > 0 ? conflict : [itself(claim.about)]))
      return false
    }
    if (found === 'unknown') return this.leave(claim, 'budget')
    this.evidence.see(found)
    return this.evidence.has(seen) ? this.prove(claim) : this.leave(claim, 'beyond')
  }

  /** Looks for somebody who makes a finding, and keeps it. False where none was found; nothing is claimed then. */
  finds(sought: Sought, shows: Absence['shows'], otherwise: Absence['otherwise']): boolean {
    const found = this.#find(sought, false)
    if (typeof found === 'string' || !shows(evaluate(this.prepared, found.answers, found.today), found)) return false
    this.#keep(found, shows, otherwise)
    return true
  }

  #keep(found: Person, shows: Absence['shows'], otherwise: Absence['otherwise']): void {
    const person = shortened(this.prepared, found, (other) => shows(other, { today: found.today, answers: other.walk.relevant }))
    this.findings.push(otherwise(person, evaluate(this.prepared, person.answers, person.today)))
  }

  /** Settles a claim that there is nobody. True where it is proved, false where somebody was found. */
  lacks({ claim, sought, shows, otherwise }: Absence): boolean | undefined {
    const found = this.#find(sought, false)
    if (found === 'none') return this.prove(claim)
    if (found === 'unknown') return this.leave(claim, 'budget')
    const evaluation = evaluate(this.prepared, found.answers, found.today)
    if (!shows(evaluation, found)) return this.leave(claim, 'beyond')
    this.#keep(found, shows, otherwise)
    return false
  }

  prove(claim: Claim): true {
    this.proved.push(claim)
    return true
  }

  leave(claim: Claim, why: NotProvedReason): undefined {
    this.notProved.push({ ...claim, why })
    return undefined
  }

  conflict(sought: Sought): readonly string[] {
    return conflictOf(this.prepared, sought, this)
  }

  /** Whether a condition of casework is true of a person, whatever is decided that makes it so. */
  holdsFor({ answers, today }: Person, when: Compiled): boolean {
    const { known } = evaluate(this.prepared, answers, today)
    return this.prepared.definition.service.outcomes.some(({ id }) => when.evaluate({ ...known, decided: id }) === true)
  }

  proof(): Proof {
    const { findings, proved, notProved } = this
    return { findings, proved, notProved, steps: this.#steps }
  }

  #find({ wants, pages, open }: Sought, isBroad: boolean): Person | 'none' | 'unknown' {
    const wanted = wants(this.model)
    if (wanted === undefined) return 'unknown'
    return this.finder.find({ wants: wanted, pages, open }, this.budget, isBroad ? this.evidence.lean : undefined)
  }
}

export type { Sought } from './conflict.ts'

/** The part that contradicts itself, where no other is to blame. */
function itself({ part, table, question, page, outcome }: Claim['about']): string {
  if (part !== undefined) return part
  if (table !== undefined) return `tables.${table}`
  if (outcome !== undefined) return `outcomes.${outcome}`
  return question === undefined ? `pages.${page ?? ''}` : `questions.${question}`
}
