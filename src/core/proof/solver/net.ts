/** The single place where values narrow each other until nothing more follows, and where that is taken back. */
import { failed, isFixed, missing, Node, type Operation, type Reach, type Sort, yes } from './node.ts'

type Before = {
  readonly node: Node
  readonly state: number
  readonly least: number
  readonly most: number
  readonly choices: bigint
  readonly rests: number
}

/** `broken`: nothing is left for some value. `paused`: there is more to follow. */
export type Settled = 'settled' | 'broken' | 'paused'

/** All values of a definition, each made once. */
export class Net {
  /** How often a value was looked at: what a budget counts. */
  steps = 0
  isBroken = false
  /** The decisions, as bits, for which a value is narrowed from outside; what follows of it rests on them. */
  because = 0
  /** The decisions on which it rests that nothing was left for some value. */
  conflict = 0
  readonly trail: Before[] = []
  /** Values that are sums of more than one other. */
  readonly sums: Node[] = []
  readonly #made = new Map<string, Node>()
  readonly #waiting: Node[] = []
  #next = 0
  #count = 0
  #settling: Node | undefined
  /** What all that follows of the value being looked at rests on; undefined until something does. */
  #reason: number | undefined

  /** The value of an operation. One that can only be one value is made as that value. */
  make(sort: Sort, operation: Operation): Node {
    const found = this.#made.get(operation.key)
    if (found !== undefined) return found
    const node = new Node(this.#count, sort, operation)
    this.#count += 1
    if (operation.parts.length > 0 && operation.isVague !== true && isFixed(node)) {
      const fixed = this.fixed(sort, node)
      this.#made.set(operation.key, fixed)
      return fixed
    }
    this.#made.set(operation.key, node)
    if ((operation.sum?.terms.length ?? 0) > 1) this.sums.push(node)
    for (const part of new Set(operation.parts)) part.above.push(node)
    return node
  }

  /** A value that is what it is. */
  fixed(sort: Sort, { state, least, most, choices }: Reach): Node {
    const reach =
      sort === 'number' ? { state, least, most, choices: 0n } : { state, least: 0, most: 0, choices: sort === 'choice' ? choices : 0n }
    const value = state === missing || state === failed || sort === 'truth' ? '' : sort === 'number' ? String(least) : String(choices)
    return this.make(sort, freeOperation(`= ${sort} ${state} ${value}`, reach))
  }

  /** A key no other value has. */
  newKey(name: string): string {
    return `${name} ${this.#count}`
  }

  /** A value that can be chosen freely within a reach. */
  free(key: string, sort: Sort, reach: Reach): Node {
    return this.make(sort, freeOperation(key, reach))
  }

  /** Keeps of a node only what it has in common with a reach. */
  readonly narrow = (node: Node, to: Reach): void => {
    let state = node.state & to.state
    let { least, most, choices } = node
    if (node.sort === 'number') {
      if (to.least > least) least = to.least
      if (to.most < most) most = to.most
      if (least > most) state &= ~yes
    } else if (node.sort === 'choice') {
      choices &= to.choices
      if (choices === 0n) state &= ~yes
    }
    if (state === node.state && least === node.least && most === node.most && choices === node.choices) return
    const rests = node.rests | this.#why()
    if (state === 0) {
      this.isBroken = true
      this.conflict = rests
      return
    }
    this.trail.push({ node, state: node.state, least: node.least, most: node.most, choices: node.choices, rests: node.rests })
    node.rests = rests
    node.state = state
    node.least = least
    node.most = most
    node.choices = choices
    this.#wake(node)
    for (const above of node.above) this.#wake(above)
  }

  /** Lets everything follow that does, until so many steps were taken in all; what waits then goes on next time. */
  settle(until: number): Settled {
    const waiting = this.#waiting
    while (!this.isBroken && this.#next < waiting.length) {
      if (this.steps >= until) return 'paused'
      const node = waiting[this.#next]
      this.#next += 1
      if (node === undefined) break
      node.isWaiting = false
      this.steps += 1
      if (node.operation.parts.length === 0) continue
      this.#settling = node
      this.#reason = undefined
      this.narrow(node, node.operation.image())
      if (!this.isBroken) node.operation.push(node, this.narrow)
      this.#settling = undefined
    }
    this.#clear()
    return this.isBroken ? 'broken' : 'settled'
  }

  /** Takes back everything after a point of the trail. */
  undo(to: number): void {
    const { trail } = this
    for (let at = trail.length - 1; at >= to; at -= 1) {
      const before = trail[at]
      if (before === undefined) continue
      const { node } = before
      node.state = before.state
      node.least = before.least
      node.most = before.most
      node.choices = before.choices
      node.rests = before.rests
    }
    trail.length = to
    this.#clear()
    this.isBroken = false
  }

  #why(): number {
    if (this.#settling === undefined) return this.because
    this.#reason ??= restsOf(this.#settling)
    return this.#reason
  }

  #wake(node: Node): void {
    if (node.isWaiting) return
    node.isWaiting = true
    this.#waiting.push(node)
  }

  #clear(): void {
    for (let at = this.#next; at < this.#waiting.length; at += 1) {
      const node = this.#waiting[at]
      if (node !== undefined) node.isWaiting = false
    }
    this.#waiting.length = 0
    this.#next = 0
  }
}

function restsOf({ rests, operation: { parts } }: Node): number {
  let all = rests
  for (const part of parts) all |= part.rests
  return all
}

function freeOperation(key: string, reach: Reach): Operation {
  return { key, parts: [], image: () => reach, push: () => {} }
}
